CREATE TYPE "DeliveryStatus" AS ENUM ('PENDING', 'DELIVERED', 'FAILED', 'DISCARDED');
CREATE TYPE "WebhookDisabledReason" AS ENUM ('REQUESTED', 'KEY_INVALID', 'GONE', 'FAILING');

CREATE TABLE "Webhook" (
  "id" UUID NOT NULL,
  "url" TEXT NOT NULL,
  "description" TEXT,
  "secret" TEXT NOT NULL,
  "previousSecret" TEXT,
  "previousUntil" TIMESTAMPTZ(3),
  "events" TEXT[],
  "statementFilter" JSONB,
  "ownerKeyId" TEXT,
  "cursor" BIGINT NOT NULL,
  "failingSince" TIMESTAMPTZ(3),
  "disabledAt" TIMESTAMPTZ(3),
  "disabledReason" "WebhookDisabledReason",
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "createdBy" TEXT NOT NULL,
  CONSTRAINT "Webhook_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Webhook_previous_check" CHECK (("previousSecret" IS NULL) = ("previousUntil" IS NULL)),
  CONSTRAINT "Webhook_disabled_check" CHECK (("disabledAt" IS NULL) = ("disabledReason" IS NULL)),
  CONSTRAINT "Webhook_ownerKeyId_fkey" FOREIGN KEY ("ownerKeyId") REFERENCES "ApiKey"("keyId")
    ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX "Webhook_createdAt_id_idx" ON "Webhook"("createdAt", "id");
CREATE INDEX "Webhook_ownerKeyId_idx" ON "Webhook"("ownerKeyId");

CREATE TABLE "WebhookDelivery" (
  "id" UUID NOT NULL,
  "webhookId" UUID NOT NULL,
  "event" TEXT NOT NULL,
  "sequence" BIGINT,
  "changeId" UUID,
  "type" "EntityType",
  "entityId" UUID,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "status" "DeliveryStatus" NOT NULL DEFAULT 'PENDING',
  "queuedAt" TIMESTAMPTZ(3),
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "lastAttemptAt" TIMESTAMPTZ(3),
  "nextAttemptAt" TIMESTAMPTZ(3),
  "lastStatus" INTEGER,
  "lastError" TEXT,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "finishedAt" TIMESTAMPTZ(3),
  CONSTRAINT "WebhookDelivery_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "WebhookDelivery_object_check" CHECK (("type" IS NULL) = ("entityId" IS NULL)),
  CONSTRAINT "WebhookDelivery_finished_check" CHECK (("status" = 'PENDING') = ("finishedAt" IS NULL)),
  CONSTRAINT "WebhookDelivery_webhookId_fkey" FOREIGN KEY ("webhookId") REFERENCES "Webhook"("id")
    ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX "WebhookDelivery_webhookId_createdAt_id_idx" ON "WebhookDelivery"("webhookId", "createdAt", "id");
CREATE INDEX "WebhookDelivery_webhookId_status_createdAt_id_idx"
  ON "WebhookDelivery"("webhookId", "status", "createdAt", "id");
CREATE INDEX "WebhookDelivery_queuedAt_createdAt_id_idx" ON "WebhookDelivery"("queuedAt", "createdAt", "id");
CREATE INDEX "WebhookDelivery_finishedAt_idx" ON "WebhookDelivery"("finishedAt");

CREATE TABLE "DeliveryQueue" (
  "id" INTEGER NOT NULL DEFAULT 1,
  "filledAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "DeliveryQueue_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "DeliveryQueue_one_check" CHECK (id = 1)
);
INSERT INTO "DeliveryQueue" DEFAULT VALUES;
