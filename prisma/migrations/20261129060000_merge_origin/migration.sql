-- Whether a machine merged two objects. So far only people do.
ALTER TABLE "Merge" ADD COLUMN "byMachine" BOOLEAN NOT NULL DEFAULT false;
