-- What people decided about speakers holds against later ingests.
ALTER TABLE "Speaker"
  ADD COLUMN "editedFields" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "formerNames" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];
CREATE INDEX "Speaker_formerNames_idx" ON "Speaker" USING GIN ("formerNames");
-- The history tells what a machine did from what a person did.
ALTER TABLE "Revision" ADD COLUMN "byMachine" BOOLEAN NOT NULL DEFAULT false;
