CREATE TYPE "StatementPolarity" AS ENUM ('AFFIRMED', 'DENIED', 'ASKED', 'PROMISED', 'DEMANDED');

ALTER TABLE "Statement" ADD COLUMN "polarity" "StatementPolarity" NOT NULL DEFAULT 'AFFIRMED';

CREATE INDEX "Statement_polarity_saidSort_id_idx" ON "Statement"("polarity", "saidSort", "id");
