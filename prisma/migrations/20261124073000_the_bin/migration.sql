-- Every list leaves out what stands in an article in the bin: those few ids come from here.
CREATE INDEX "Article_deletedAt_idx" ON "Article"("deletedAt");
