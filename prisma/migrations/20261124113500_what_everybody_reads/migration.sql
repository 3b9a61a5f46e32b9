-- On a server everybody reads what is reviewed, which may be one statement of a thousand: lists, facets and searches of
-- it go through it alone. The conditions are those of the rule of what is visible.
CREATE INDEX "Statement_public_saidSort" ON "Statement" ("saidSort", id)
  WHERE "reviewStatus" IN ('VERIFIED', 'RETRACTED') AND "deletedAt" IS NULL;
CREATE INDEX "Statement_public_words" ON "Statement" USING GIN ("searchVector")
  WHERE "reviewStatus" IN ('VERIFIED', 'RETRACTED') AND "deletedAt" IS NULL;

-- The words of a title, once made: a search of a common word read and stemmed those of each article that has it.
ALTER TABLE "Article" ADD COLUMN "searchVector" tsvector GENERATED ALWAYS AS (title_vector(language, title)) STORED;
DROP INDEX "Article_title_words";
CREATE INDEX "Article_searchVector_idx" ON "Article" USING GIN ("searchVector");
