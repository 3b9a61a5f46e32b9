-- AlterTable
ALTER TABLE "ArticleText" ADD COLUMN     "sketch" INTEGER[] DEFAULT ARRAY[]::INTEGER[];

-- CreateIndex
CREATE INDEX "ArticleText_sketch_idx" ON "ArticleText" USING GIN ("sketch");
