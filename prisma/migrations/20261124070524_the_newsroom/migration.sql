-- CreateEnum
CREATE TYPE "EventPhase" AS ENUM ('BEFORE', 'DURING', 'AFTER');

-- CreateEnum
CREATE TYPE "AlterationKind" AS ENUM ('INSERTION', 'CASE_CHANGE', 'ELLIPSIS', 'SUBSTITUTION');

-- CreateEnum
CREATE TYPE "RejectionReason" AS ENUM ('SCARE_QUOTE', 'TITLE_OF_WORK', 'BOILERPLATE', 'NOT_SPEECH', 'WRONG_WORDS', 'WRONG_SPEAKER', 'DUPLICATE', 'OTHER');

-- CreateEnum
CREATE TYPE "RevisionAction" AS ENUM ('CREATED', 'UPDATED', 'REVIEWED', 'REVERTED', 'MERGED', 'SPLIT', 'DELETED', 'RESTORED');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "EntityType" ADD VALUE 'EVENT';
ALTER TYPE "EntityType" ADD VALUE 'DOCUMENT';

-- AlterEnum
ALTER TYPE "StatementKind" ADD VALUE 'AUTHOR';

-- AlterTable
ALTER TABLE "Affiliation" ADD COLUMN     "placeId" UUID;

-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "copyGroupId" UUID,
ADD COLUMN     "deletedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "ExternalId" ADD COLUMN     "documentId" UUID,
ADD COLUMN     "eventId" UUID;

-- AlterTable
ALTER TABLE "Speaker" ADD COLUMN     "mergedIntoId" UUID;

-- AlterTable
ALTER TABLE "Statement" ADD COLUMN     "deletedAt" TIMESTAMPTZ(3),
ADD COLUMN     "eventId" UUID,
ADD COLUMN     "eventPhase" "EventPhase",
ADD COLUMN     "placeId" UUID,
ADD COLUMN     "rejectionReason" "RejectionReason",
ADD COLUMN     "reviewNote" TEXT,
ADD COLUMN     "reviewedAt" TIMESTAMPTZ(3),
ADD COLUMN     "reviewedBy" TEXT,
ADD COLUMN     "threadId" UUID,
ADD COLUMN     "utteranceId" UUID,
ADD COLUMN     "withinId" UUID;

-- AlterTable
ALTER TABLE "Topic" ADD COLUMN     "mergedIntoId" UUID;

-- CreateTable
CREATE TABLE "SpeakerMember" (
    "groupId" UUID NOT NULL,
    "memberId" UUID NOT NULL,

    CONSTRAINT "SpeakerMember_pkey" PRIMARY KEY ("groupId","memberId")
);

-- CreateTable
CREATE TABLE "Alteration" (
    "statementId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "AlterationKind" NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,

    CONSTRAINT "Alteration_pkey" PRIMARY KEY ("statementId","position")
);

-- CreateTable
CREATE TABLE "StatementMention" (
    "statementId" UUID NOT NULL,
    "speakerId" UUID NOT NULL,

    CONSTRAINT "StatementMention_pkey" PRIMARY KEY ("statementId","speakerId")
);

-- CreateTable
CREATE TABLE "StatementThread" (
    "id" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StatementThread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Utterance" (
    "id" UUID NOT NULL,
    "canonicalText" TEXT NOT NULL,
    "primarySourceId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Utterance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Place" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "nameFolded" TEXT NOT NULL,
    "countryCode" CHAR(2),
    "wikidataId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "nameFolded" TEXT NOT NULL,
    "medium" "StatementMedium" NOT NULL DEFAULT 'UNKNOWN',
    "dateEdtf" TEXT,
    "dateEarliest" DATE,
    "dateLatest" DATE,
    "datePrecision" "DatePrecision" NOT NULL DEFAULT 'UNKNOWN',
    "dateBasis" "DateBasis" NOT NULL DEFAULT 'UNKNOWN',
    "dateAsWritten" TEXT,
    "dateSort" DATE NOT NULL GENERATED ALWAYS AS (COALESCE("dateEarliest", "dateLatest", '0001-01-01'::date)) STORED,
    "placeId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EventParticipant" (
    "eventId" UUID NOT NULL,
    "speakerId" UUID NOT NULL,

    CONSTRAINT "EventParticipant_pkey" PRIMARY KEY ("eventId","speakerId")
);

-- CreateTable
CREATE TABLE "Document" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "titleFolded" TEXT NOT NULL,
    "identifier" TEXT,
    "identifierFolded" TEXT,
    "url" TEXT,
    "dateEdtf" TEXT,
    "dateEarliest" DATE,
    "dateLatest" DATE,
    "datePrecision" "DatePrecision" NOT NULL DEFAULT 'UNKNOWN',
    "dateBasis" "DateBasis" NOT NULL DEFAULT 'UNKNOWN',
    "dateAsWritten" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DocumentIssuer" (
    "documentId" UUID NOT NULL,
    "speakerId" UUID NOT NULL,

    CONSTRAINT "DocumentIssuer_pkey" PRIMARY KEY ("documentId","speakerId")
);

-- CreateTable
CREATE TABLE "Reference" (
    "id" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "statementId" UUID,
    "asWritten" TEXT NOT NULL,
    "start" INTEGER,
    "end" INTEGER,

    CONSTRAINT "Reference_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Revision" (
    "id" UUID NOT NULL,
    "type" "EntityType" NOT NULL,
    "entityId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "action" "RevisionAction" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" TEXT NOT NULL,
    "note" TEXT,
    "changes" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Merge" (
    "id" UUID NOT NULL,
    "type" "EntityType" NOT NULL,
    "keptId" UUID NOT NULL,
    "absorbedId" UUID NOT NULL,
    "absorbedName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" TEXT NOT NULL,
    "note" TEXT,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "Merge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MergedRow" (
    "mergeId" UUID NOT NULL,
    "link" TEXT NOT NULL,
    "rowId" UUID NOT NULL,
    "removed" BOOLEAN NOT NULL DEFAULT false,
    "content" JSONB,

    CONSTRAINT "MergedRow_pkey" PRIMARY KEY ("mergeId","link","rowId")
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "actor" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "inputHash" CHAR(64) NOT NULL,
    "result" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("actor","key")
);

-- CreateTable
CREATE TABLE "ApiKey" (
    "id" UUID NOT NULL,
    "keyId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "secretSha256" CHAR(64) NOT NULL,
    "scopes" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdBy" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3),
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApiKey_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SpeakerMember_memberId_idx" ON "SpeakerMember"("memberId");

-- CreateIndex
CREATE INDEX "StatementMention_speakerId_statementId_idx" ON "StatementMention"("speakerId", "statementId");

-- CreateIndex
CREATE INDEX "Utterance_primarySourceId_idx" ON "Utterance"("primarySourceId");

-- CreateIndex
CREATE UNIQUE INDEX "Place_wikidataId_key" ON "Place"("wikidataId");

-- CreateIndex
CREATE INDEX "Place_countryCode_idx" ON "Place"("countryCode");

-- CreateIndex
CREATE UNIQUE INDEX "Place_nameFolded_countryCode_key" ON "Place"("nameFolded", "countryCode") NULLS NOT DISTINCT;

-- CreateIndex
CREATE INDEX "Event_dateSort_id_idx" ON "Event"("dateSort", "id");

-- CreateIndex
CREATE INDEX "Event_nameFolded_id_idx" ON "Event"("nameFolded", "id");

-- CreateIndex
CREATE INDEX "Event_placeId_dateSort_id_idx" ON "Event"("placeId", "dateSort", "id");

-- CreateIndex
CREATE INDEX "EventParticipant_speakerId_eventId_idx" ON "EventParticipant"("speakerId", "eventId");

-- CreateIndex
CREATE UNIQUE INDEX "Document_identifierFolded_key" ON "Document"("identifierFolded");

-- CreateIndex
CREATE INDEX "Document_titleFolded_id_idx" ON "Document"("titleFolded", "id");

-- CreateIndex
CREATE INDEX "DocumentIssuer_speakerId_idx" ON "DocumentIssuer"("speakerId");

-- CreateIndex
CREATE INDEX "Reference_documentId_statementId_idx" ON "Reference"("documentId", "statementId");

-- CreateIndex
CREATE INDEX "Reference_articleId_idx" ON "Reference"("articleId");

-- CreateIndex
CREATE INDEX "Reference_statementId_idx" ON "Reference"("statementId");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_type_entityId_version_key" ON "Revision"("type", "entityId", "version");

-- CreateIndex
CREATE INDEX "Merge_type_keptId_at_idx" ON "Merge"("type", "keptId", "at");

-- CreateIndex
CREATE INDEX "Merge_type_absorbedId_idx" ON "Merge"("type", "absorbedId");

-- CreateIndex
CREATE INDEX "IdempotencyKey_createdAt_idx" ON "IdempotencyKey"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "ApiKey_keyId_key" ON "ApiKey"("keyId");

-- CreateIndex
CREATE INDEX "ApiKey_createdAt_id_idx" ON "ApiKey"("createdAt", "id");

-- CreateIndex
CREATE INDEX "Affiliation_placeId_idx" ON "Affiliation"("placeId");

-- CreateIndex
CREATE INDEX "Article_copyGroupId_idx" ON "Article"("copyGroupId");

-- CreateIndex
CREATE INDEX "ExternalId_eventId_idx" ON "ExternalId"("eventId");

-- CreateIndex
CREATE INDEX "ExternalId_documentId_idx" ON "ExternalId"("documentId");

-- CreateIndex
CREATE INDEX "Speaker_mergedIntoId_idx" ON "Speaker"("mergedIntoId");

-- CreateIndex
CREATE INDEX "Statement_eventId_saidSort_id_idx" ON "Statement"("eventId", "saidSort", "id");

-- CreateIndex
CREATE INDEX "Statement_placeId_saidSort_id_idx" ON "Statement"("placeId", "saidSort", "id");

-- CreateIndex
CREATE INDEX "Statement_withinId_idx" ON "Statement"("withinId");

-- CreateIndex
CREATE INDEX "Statement_threadId_position_id_idx" ON "Statement"("threadId", "position", "id");

-- CreateIndex
CREATE INDEX "Statement_utteranceId_saidSort_id_idx" ON "Statement"("utteranceId", "saidSort", "id");

-- CreateIndex
CREATE INDEX "Topic_mergedIntoId_idx" ON "Topic"("mergedIntoId");

-- AddForeignKey
ALTER TABLE "Speaker" ADD CONSTRAINT "Speaker_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Affiliation" ADD CONSTRAINT "Affiliation_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SpeakerMember" ADD CONSTRAINT "SpeakerMember_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Speaker"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SpeakerMember" ADD CONSTRAINT "SpeakerMember_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Speaker"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_withinId_fkey" FOREIGN KEY ("withinId") REFERENCES "Statement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "StatementThread"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_utteranceId_fkey" FOREIGN KEY ("utteranceId") REFERENCES "Utterance"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Alteration" ADD CONSTRAINT "Alteration_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatementMention" ADD CONSTRAINT "StatementMention_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatementMention" ADD CONSTRAINT "StatementMention_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Speaker"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Utterance" ADD CONSTRAINT "Utterance_primarySourceId_fkey" FOREIGN KEY ("primarySourceId") REFERENCES "Document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Topic" ADD CONSTRAINT "Topic_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExternalId" ADD CONSTRAINT "ExternalId_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExternalId" ADD CONSTRAINT "ExternalId_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventParticipant" ADD CONSTRAINT "EventParticipant_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventParticipant" ADD CONSTRAINT "EventParticipant_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Speaker"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentIssuer" ADD CONSTRAINT "DocumentIssuer_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentIssuer" ADD CONSTRAINT "DocumentIssuer_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Speaker"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reference" ADD CONSTRAINT "Reference_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reference" ADD CONSTRAINT "Reference_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reference" ADD CONSTRAINT "Reference_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MergedRow" ADD CONSTRAINT "MergedRow_mergeId_fkey" FOREIGN KEY ("mergeId") REFERENCES "Merge"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the columns may hold.
ALTER TABLE "Speaker"
  ADD CONSTRAINT "Speaker_merge_check" CHECK ("mergedIntoId" <> id);

ALTER TABLE "Topic"
  ADD CONSTRAINT "Topic_merge_check" CHECK ("mergedIntoId" <> id);

ALTER TABLE "SpeakerMember"
  ADD CONSTRAINT "SpeakerMember_self_check" CHECK ("groupId" <> "memberId");

ALTER TABLE "Statement"
  ADD CONSTRAINT "Statement_within_check" CHECK ("withinId" <> id),
  ADD CONSTRAINT "Statement_phase_check" CHECK ("eventPhase" IS NULL OR "eventId" IS NOT NULL),
  ADD CONSTRAINT "Statement_review_check" CHECK (("reviewedAt" IS NULL) = ("reviewedBy" IS NULL)),
  ADD CONSTRAINT "Statement_rejection_check" CHECK ("rejectionReason" IS NULL OR "reviewStatus" = 'REJECTED');

ALTER TABLE "Alteration"
  ADD CONSTRAINT "Alteration_span_check" CHECK (start >= 0 AND start < "end" AND position >= 0);

ALTER TABLE "Utterance"
  ADD CONSTRAINT "Utterance_text_check" CHECK ("canonicalText" <> '');

ALTER TABLE "Place"
  ADD CONSTRAINT "Place_name_check" CHECK (name <> '' AND "nameFolded" <> ''),
  ADD CONSTRAINT "Place_countryCode_check" CHECK ("countryCode" ~ '^[A-Z]{2}$'),
  ADD CONSTRAINT "Place_wikidataId_check" CHECK ("wikidataId" ~ '^Q[1-9][0-9]*$');

ALTER TABLE "Event"
  ADD CONSTRAINT "Event_name_check" CHECK (name <> '' AND "nameFolded" <> ''),
  ADD CONSTRAINT "Event_version_check" CHECK (version >= 1),
  ADD CONSTRAINT "Event_date_check" CHECK ("dateEarliest" <= "dateLatest");

ALTER TABLE "Document"
  ADD CONSTRAINT "Document_title_check" CHECK (title <> ''),
  ADD CONSTRAINT "Document_identifier_check" CHECK (identifier <> '' AND (identifier IS NULL) = ("identifierFolded" IS NULL)),
  ADD CONSTRAINT "Document_version_check" CHECK (version >= 1),
  ADD CONSTRAINT "Document_date_check" CHECK ("dateEarliest" <= "dateLatest");

ALTER TABLE "Reference"
  ADD CONSTRAINT "Reference_words_check" CHECK ("asWritten" <> ''),
  ADD CONSTRAINT "Reference_span_check" CHECK (
    (start IS NULL) = ("end" IS NULL) AND start >= 0 AND start < "end");

ALTER TABLE "Revision"
  ADD CONSTRAINT "Revision_version_check" CHECK (version >= 1 AND actor <> ''),
  ADD CONSTRAINT "Revision_changes_check" CHECK (jsonb_typeof(changes) = 'array');

ALTER TABLE "Merge"
  ADD CONSTRAINT "Merge_self_check" CHECK ("keptId" <> "absorbedId");

ALTER TABLE "IdempotencyKey"
  ADD CONSTRAINT "IdempotencyKey_key_check" CHECK (key <> '');

ALTER TABLE "ApiKey"
  ADD CONSTRAINT "ApiKey_check" CHECK (name <> '' AND "keyId" <> '' AND cardinality(scopes) > 0),
  ADD CONSTRAINT "ApiKey_secret_check" CHECK ("secretSha256" ~ '^[0-9a-f]{64}$');

-- As text: a transaction cannot use the values that it adds to an enum.
ALTER TABLE "ExternalId"
  DROP CONSTRAINT "ExternalId_one_check",
  ADD CONSTRAINT "ExternalId_one_check" CHECK (
    num_nonnulls("siteId", "articleId", "speakerId", "statementId", "topicId", "eventId", "documentId") = 1
    AND CASE type::text
      WHEN 'SITE' THEN "siteId" IS NOT NULL
      WHEN 'ARTICLE' THEN "articleId" IS NOT NULL
      WHEN 'SPEAKER' THEN "speakerId" IS NOT NULL
      WHEN 'STATEMENT' THEN "statementId" IS NOT NULL
      WHEN 'TOPIC' THEN "topicId" IS NOT NULL
      WHEN 'EVENT' THEN "eventId" IS NOT NULL
      WHEN 'DOCUMENT' THEN "documentId" IS NOT NULL
    END);
