-- What a team says and claims among itself.
CREATE TABLE "StatementNote" (
  "id" UUID NOT NULL,
  "statementId" UUID NOT NULL,
  "text" TEXT,
  "author" TEXT NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "withdrawnAt" TIMESTAMPTZ(3),
  "withdrawnBy" TEXT,
  CONSTRAINT "StatementNote_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "StatementNote_withdrawn_check"
    CHECK (("text" IS NULL) = ("withdrawnAt" IS NOT NULL) AND ("withdrawnAt" IS NULL) = ("withdrawnBy" IS NULL))
);
CREATE INDEX "StatementNote_statementId_createdAt_id_idx" ON "StatementNote"("statementId", "createdAt", "id");
ALTER TABLE "StatementNote" ADD CONSTRAINT "StatementNote_statementId_fkey"
  FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "ArticleClaim" (
  "id" UUID NOT NULL,
  "articleId" UUID NOT NULL,
  "holder" TEXT NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "endedAt" TIMESTAMPTZ(3),
  "endedBy" TEXT,
  CONSTRAINT "ArticleClaim_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "ArticleClaim_ended_check" CHECK (("endedAt" IS NULL) = ("endedBy" IS NULL))
);
CREATE INDEX "ArticleClaim_articleId_createdAt_id_idx" ON "ArticleClaim"("articleId", "createdAt", "id");
-- An article has one holder at most.
CREATE UNIQUE INDEX "ArticleClaim_held_key" ON "ArticleClaim"("articleId") WHERE "endedAt" IS NULL;
CREATE INDEX "ArticleClaim_holder_idx" ON "ArticleClaim"("holder") WHERE "endedAt" IS NULL;
ALTER TABLE "ArticleClaim" ADD CONSTRAINT "ArticleClaim_articleId_fkey"
  FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
