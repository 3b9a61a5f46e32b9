CREATE TABLE "Alert" (
  "id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "ownerKeyId" TEXT,
  "filter" JSONB NOT NULL,
  "quote" TEXT,
  "minSimilarity" DOUBLE PRECISION NOT NULL DEFAULT 0.8,
  "webhookId" UUID,
  "token" TEXT NOT NULL,
  "cursor" BIGINT NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "Alert_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Alert_ownerKeyId_fkey" FOREIGN KEY ("ownerKeyId") REFERENCES "ApiKey"("keyId")
    ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "Alert_webhookId_fkey" FOREIGN KEY ("webhookId") REFERENCES "Webhook"("id")
    ON DELETE SET NULL ON UPDATE CASCADE
);

CREATE INDEX "Alert_ownerKeyId_idx" ON "Alert"("ownerKeyId");
CREATE INDEX "Alert_webhookId_idx" ON "Alert"("webhookId");
CREATE INDEX "Alert_cursor_idx" ON "Alert"("cursor");

CREATE TABLE "AlertMatch" (
  "alertId" UUID NOT NULL,
  "statementId" UUID NOT NULL,
  "foundAt" TIMESTAMPTZ(3),
  "matched" JSONB,
  CONSTRAINT "AlertMatch_pkey" PRIMARY KEY ("alertId", "statementId"),
  CONSTRAINT "AlertMatch_alertId_fkey" FOREIGN KEY ("alertId") REFERENCES "Alert"("id")
    ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "AlertMatch_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id")
    ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX "AlertMatch_alertId_foundAt_idx" ON "AlertMatch"("alertId", "foundAt");
CREATE INDEX "AlertMatch_statementId_idx" ON "AlertMatch"("statementId");

ALTER TABLE "WebhookDelivery"
  ADD COLUMN "alertId" UUID,
  ADD CONSTRAINT "WebhookDelivery_alertId_fkey" FOREIGN KEY ("alertId") REFERENCES "Alert"("id")
    ON DELETE CASCADE ON UPDATE CASCADE;

CREATE INDEX "WebhookDelivery_alertId_idx" ON "WebhookDelivery"("alertId");
