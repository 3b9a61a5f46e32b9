-- AlterTable
ALTER TABLE "Statement" ADD COLUMN     "utteranceSetAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Utterance" ALTER COLUMN "canonicalText" DROP NOT NULL;

-- Until now only persons linked statements.
UPDATE "Statement" s SET "utteranceSetAt" = u."updatedAt" FROM "Utterance" u WHERE u.id = s."utteranceId";
