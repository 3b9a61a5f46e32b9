-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "editedFields" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "Statement" ADD COLUMN     "editedAt" TIMESTAMPTZ(3),
ADD COLUMN     "readingOrder" INTEGER NOT NULL GENERATED ALWAYS AS (- "position") STORED,
ADD COLUMN     "reviewPriority" INTEGER NOT NULL GENERATED ALWAYS AS (floor(COALESCE(confidence, 1) * 10)::integer) STORED;

-- CreateIndex
CREATE INDEX "Statement_review_queue" ON "Statement"("reviewStatus", "reviewPriority", "articleId", "readingOrder", "id");

-- CreateIndex
CREATE INDEX "Statement_review_priority" ON "Statement"("reviewPriority", "articleId", "readingOrder", "id");
