-- `sourceKey` is the hash of the path of the file that an article without address and id came from: the article is found
-- again by it. `heldSource` is a much shorter version of an article, which a person has to accept or to dismiss.

ALTER TABLE "Article" ADD COLUMN "sourceKey" TEXT, ADD COLUMN "heldSource" JSONB, ADD COLUMN "heldAt" TIMESTAMPTZ(3),
  ADD CONSTRAINT "Article_held_check" CHECK (("heldSource" IS NULL) = ("heldAt" IS NULL));
CREATE INDEX "Article_sourceKey_idx" ON "Article"("sourceKey");
CREATE INDEX "Article_heldAt_idx" ON "Article"("heldAt");
