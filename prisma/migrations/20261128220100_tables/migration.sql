-- Types, then each table with its columns, checks and indexes, then foreign keys. Columns, indexes and foreign keys are in
-- prisma/schema.prisma, too; generated expressions, collations, checks, `NULLS NOT DISTINCT`, and indexes of expressions or
-- with a condition only stand here.
--
-- COLLATE "C" orders by bytes, whatever the locale of the database is.

CREATE TYPE "DatePrecision" AS ENUM ('UNKNOWN', 'YEAR', 'MONTH', 'DAY', 'INSTANT');
CREATE TYPE "DateBasis" AS ENUM ('STATED', 'INFERRED', 'EXTERNAL', 'UNKNOWN');
CREATE TYPE "SegmentKind" AS ENUM ('TITLE', 'BYLINE', 'HEADING', 'BODY', 'BOILERPLATE');
CREATE TYPE "SpeakerKind" AS ENUM ('PERSON', 'ORGANIZATION', 'GROUP', 'UNKNOWN');
CREATE TYPE "StatementKind" AS ENUM ('DIRECT', 'MIXED', 'INDIRECT', 'AUTHOR');
CREATE TYPE "StatementMedium" AS ENUM (
  'PRESS_CONFERENCE', 'INTERVIEW', 'SPEECH', 'SOCIAL_POST', 'WRITTEN_STATEMENT', 'PUBLISHED_ARTICLE', 'UNKNOWN');
CREATE TYPE "ReviewStatus" AS ENUM ('PROPOSED', 'VERIFIED', 'REJECTED', 'RETRACTED');
CREATE TYPE "AttributionRole" AS ENUM ('SPEAKER', 'CO_SPEAKER', 'RELAYED_BY');
CREATE TYPE "AttributionBasis" AS ENUM ('NAMED', 'PRONOUN', 'INHERITED', 'EXTERNAL');
CREATE TYPE "AnchorStatus" AS ENUM ('EXACT', 'MOVED', 'AMBIGUOUS', 'ORPHANED');
CREATE TYPE "ExtractionMethod" AS ENUM ('MANUAL', 'RULE', 'MODEL', 'IMPORT');
CREATE TYPE "ChangeKind" AS ENUM ('CREATED', 'UPDATED', 'REVIEWED', 'DELETED', 'RESTORED');
CREATE TYPE "EntityType" AS ENUM (
  'SITE', 'ARTICLE', 'SPEAKER', 'STATEMENT', 'TOPIC', 'EVENT', 'DOCUMENT', 'PLACE', 'UTTERANCE');
CREATE TYPE "EventPhase" AS ENUM ('BEFORE', 'DURING', 'AFTER');
CREATE TYPE "AlterationKind" AS ENUM ('INSERTION', 'CASE_CHANGE', 'ELLIPSIS', 'SUBSTITUTION');
CREATE TYPE "RejectionReason" AS ENUM (
  'SCARE_QUOTE', 'TITLE_OF_WORK', 'BOILERPLATE', 'NOT_SPEECH', 'WRONG_WORDS', 'WRONG_SPEAKER', 'DUPLICATE', 'OTHER');
CREATE TYPE "RevisionAction" AS ENUM (
  'CREATED', 'UPDATED', 'REVIEWED', 'REVERTED', 'MERGED', 'SPLIT', 'DELETED', 'RESTORED');

CREATE TABLE "Site" (
  "id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "nameFolded" TEXT COLLATE "C" NOT NULL,
  "domain" TEXT NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "Site_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Site_name_check" CHECK (name <> ''),
  CONSTRAINT "Site_domain_check" CHECK (domain <> '' AND domain = lower(domain))
);
CREATE UNIQUE INDEX "Site_domain_key" ON "Site"("domain");
CREATE INDEX "Site_nameFolded_id_idx" ON "Site"("nameFolded", "id");
CREATE INDEX "Site_nameFolded_trgm" ON "Site" USING GIN ("nameFolded" gin_trgm_ops);
CREATE INDEX "Site_domain_trgm" ON "Site" USING GIN ("domain" gin_trgm_ops);

CREATE TABLE "Article" (
  "id" UUID NOT NULL,
  "siteId" UUID,
  "title" TEXT NOT NULL,
  "titleFolded" TEXT COLLATE "C" NOT NULL,
  "url" TEXT,
  "canonicalUrl" TEXT,
  "language" TEXT,
  "searchVector" tsvector GENERATED ALWAYS AS (title_vector(language, title)) STORED,
  "publishedEdtf" TEXT,
  "publishedEarliest" DATE,
  "publishedLatest" DATE,
  "publishedInstant" TIMESTAMPTZ(3),
  "publishedPrecision" "DatePrecision" NOT NULL DEFAULT 'UNKNOWN',
  "publishedBasis" "DateBasis" NOT NULL DEFAULT 'UNKNOWN',
  "publishedAsWritten" TEXT,
  "publishedSort" TIMESTAMPTZ(3) NOT NULL GENERATED ALWAYS AS (COALESCE(
    "publishedInstant", "publishedEarliest"::timestamp AT TIME ZONE 'UTC', "publishedLatest"::timestamp AT TIME ZONE 'UTC',
    '0001-01-01 00:00:00'::timestamp AT TIME ZONE 'UTC')) STORED,
  "currentTextId" UUID,
  "copyGroupId" UUID,
  "editedFields" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
  "deletedAt" TIMESTAMPTZ(3),
  "version" INTEGER NOT NULL DEFAULT 1,
  "ingestedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "Article_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Article_title_check" CHECK (title <> ''),
  CONSTRAINT "Article_version_check" CHECK (version >= 1),
  CONSTRAINT "Article_published_check" CHECK ("publishedEarliest" <= "publishedLatest"),
  CONSTRAINT "Article_published_precision_check" CHECK (
    ("publishedPrecision" = 'INSTANT') = ("publishedInstant" IS NOT NULL))
);
CREATE UNIQUE INDEX "Article_canonicalUrl_key" ON "Article"("canonicalUrl");
CREATE UNIQUE INDEX "Article_currentTextId_key" ON "Article"("currentTextId");
CREATE INDEX "Article_publishedSort_id_idx" ON "Article"("publishedSort", "id");
CREATE INDEX "Article_ingestedAt_id_idx" ON "Article"("ingestedAt", "id");
CREATE INDEX "Article_updatedAt_id_idx" ON "Article"("updatedAt", "id");
CREATE INDEX "Article_titleFolded_id_idx" ON "Article"("titleFolded", "id");
CREATE INDEX "Article_siteId_publishedSort_id_idx" ON "Article"("siteId", "publishedSort", "id");
CREATE INDEX "Article_language_publishedSort_id_idx" ON "Article"("language", "publishedSort", "id");
CREATE INDEX "Article_copyGroupId_idx" ON "Article"("copyGroupId");
CREATE INDEX "Article_searchVector_idx" ON "Article" USING GIN ("searchVector");
-- Every list leaves out what stands in an article in the bin: this index gives the few ids of such articles.
CREATE INDEX "Article_deletedAt_idx" ON "Article"("deletedAt");
CREATE UNIQUE INDEX "Article_currentTextId_id_key" ON "Article"("currentTextId", "id");

CREATE TABLE "ArticleText" (
  "id" UUID NOT NULL,
  "articleId" UUID NOT NULL,
  "content" TEXT NOT NULL,
  "sha256" CHAR(64) NOT NULL,
  "length" INTEGER NOT NULL,
  "language" TEXT,
  "searchText" TEXT NOT NULL,
  "searchVector" tsvector GENERATED ALWAYS AS (search_vector(search_configuration(language), "searchText")) STORED,
  "sketch" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
  "capturedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "ArticleText_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "ArticleText_content_check" CHECK (content <> '' AND position(chr(65535) IN content) = 0),
  CONSTRAINT "ArticleText_sha256_check" CHECK (sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
  CONSTRAINT "ArticleText_length_check" CHECK (length = char_length(utf16_units(content)))
);
CREATE INDEX "ArticleText_sha256_idx" ON "ArticleText"("sha256");
CREATE INDEX "ArticleText_articleId_capturedAt_id_idx" ON "ArticleText"("articleId", "capturedAt", "id");
CREATE INDEX "ArticleText_searchVector_idx" ON "ArticleText" USING GIN ("searchVector");
CREATE INDEX "ArticleText_sketch_idx" ON "ArticleText" USING GIN ("sketch");
CREATE UNIQUE INDEX "ArticleText_articleId_sha256_key" ON "ArticleText"("articleId", "sha256");
CREATE UNIQUE INDEX "ArticleText_id_articleId_key" ON "ArticleText"("id", "articleId");

CREATE TABLE "TextSegment" (
  "textId" UUID NOT NULL,
  "position" INTEGER NOT NULL,
  "kind" "SegmentKind" NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  CONSTRAINT "TextSegment_pkey" PRIMARY KEY ("textId", "position"),
  CONSTRAINT "TextSegment_span_check" CHECK (start >= 0 AND start < "end" AND position >= 0)
);

CREATE TABLE "Byline" (
  "id" UUID NOT NULL,
  "articleId" UUID NOT NULL,
  "position" INTEGER NOT NULL,
  "asWritten" TEXT NOT NULL,
  "speakerId" UUID,
  CONSTRAINT "Byline_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Byline_check" CHECK ("asWritten" <> '' AND position >= 0)
);
CREATE INDEX "Byline_speakerId_idx" ON "Byline"("speakerId");
CREATE UNIQUE INDEX "Byline_articleId_position_key" ON "Byline"("articleId", "position");

CREATE TABLE "Speaker" (
  "id" UUID NOT NULL,
  "kind" "SpeakerKind" NOT NULL,
  "name" TEXT NOT NULL,
  "nameFolded" TEXT COLLATE "C" NOT NULL,
  "wikidataId" TEXT,
  "mergedIntoId" UUID,
  "version" INTEGER NOT NULL DEFAULT 1,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "Speaker_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Speaker_name_check" CHECK (name <> '' AND "nameFolded" <> ''),
  CONSTRAINT "Speaker_version_check" CHECK (version >= 1),
  CONSTRAINT "Speaker_wikidataId_check" CHECK ("wikidataId" ~ '^Q[1-9][0-9]*$'),
  CONSTRAINT "Speaker_merge_check" CHECK ("mergedIntoId" <> id)
);
CREATE UNIQUE INDEX "Speaker_wikidataId_key" ON "Speaker"("wikidataId");
CREATE INDEX "Speaker_mergedIntoId_idx" ON "Speaker"("mergedIntoId");
CREATE INDEX "Speaker_nameFolded_id_idx" ON "Speaker"("nameFolded", "id");
CREATE INDEX "Speaker_kind_nameFolded_id_idx" ON "Speaker"("kind", "nameFolded", "id");
CREATE INDEX "Speaker_nameFolded_trgm" ON "Speaker" USING GIN ("nameFolded" gin_trgm_ops);
CREATE INDEX "Speaker_updatedAt_id_idx" ON "Speaker"("updatedAt", "id");
CREATE INDEX "Speaker_createdAt_id_idx" ON "Speaker"("createdAt", "id");
CREATE INDEX "Speaker_nameFolded_words" ON "Speaker" USING GIN (name_vector("nameFolded"));

CREATE TABLE "Alias" (
  "id" UUID NOT NULL,
  "speakerId" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "nameFolded" TEXT COLLATE "C" NOT NULL,
  "language" TEXT,
  CONSTRAINT "Alias_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Alias_name_check" CHECK (name <> '' AND "nameFolded" <> '')
);
CREATE INDEX "Alias_nameFolded_idx" ON "Alias"("nameFolded");
CREATE INDEX "Alias_nameFolded_trgm" ON "Alias" USING GIN ("nameFolded" gin_trgm_ops);
CREATE UNIQUE INDEX "Alias_speakerId_nameFolded_key" ON "Alias"("speakerId", "nameFolded");
CREATE INDEX "Alias_nameFolded_words" ON "Alias" USING GIN (name_vector("nameFolded"));

CREATE TABLE "Affiliation" (
  "id" UUID NOT NULL,
  "speakerId" UUID NOT NULL,
  "role" TEXT,
  "roleFolded" TEXT COLLATE "C",
  "organizationId" UUID,
  "placeId" UUID,
  "fromEdtf" TEXT,
  "fromEarliest" DATE,
  "fromLatest" DATE,
  "fromPrecision" "DatePrecision" NOT NULL DEFAULT 'UNKNOWN',
  "fromBasis" "DateBasis" NOT NULL DEFAULT 'UNKNOWN',
  "untilEdtf" TEXT,
  "untilEarliest" DATE,
  "untilLatest" DATE,
  "untilPrecision" "DatePrecision" NOT NULL DEFAULT 'UNKNOWN',
  "untilBasis" "DateBasis" NOT NULL DEFAULT 'UNKNOWN',
  CONSTRAINT "Affiliation_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Affiliation_what_check" CHECK (role IS NOT NULL OR "organizationId" IS NOT NULL),
  CONSTRAINT "Affiliation_self_check" CHECK ("organizationId" <> "speakerId"),
  CONSTRAINT "Affiliation_dates_check" CHECK (
    "fromEarliest" <= "fromLatest" AND "untilEarliest" <= "untilLatest" AND "fromEarliest" <= "untilLatest")
);
CREATE INDEX "Affiliation_speakerId_fromEarliest_id_idx" ON "Affiliation"("speakerId", "fromEarliest", "id");
CREATE INDEX "Affiliation_organizationId_idx" ON "Affiliation"("organizationId");
CREATE INDEX "Affiliation_roleFolded_idx" ON "Affiliation"("roleFolded");
CREATE INDEX "Affiliation_placeId_idx" ON "Affiliation"("placeId");

CREATE TABLE "SpeakerMember" (
  "groupId" UUID NOT NULL,
  "memberId" UUID NOT NULL,
  CONSTRAINT "SpeakerMember_pkey" PRIMARY KEY ("groupId", "memberId"),
  CONSTRAINT "SpeakerMember_self_check" CHECK ("groupId" <> "memberId")
);
CREATE INDEX "SpeakerMember_memberId_idx" ON "SpeakerMember"("memberId");

CREATE TABLE "Statement" (
  "id" UUID NOT NULL,
  "articleId" UUID NOT NULL,
  "kind" "StatementKind" NOT NULL,
  "medium" "StatementMedium" NOT NULL DEFAULT 'UNKNOWN',
  "text" TEXT NOT NULL,
  "language" TEXT,
  "searchVector" tsvector GENERATED ALWAYS AS (search_vector(search_configuration(language), text)) STORED,
  "position" INTEGER NOT NULL,
  "saidEdtf" TEXT,
  "saidEarliest" DATE,
  "saidLatest" DATE,
  "saidPrecision" "DatePrecision" NOT NULL DEFAULT 'UNKNOWN',
  "saidBasis" "DateBasis" NOT NULL DEFAULT 'UNKNOWN',
  "saidAsWritten" TEXT,
  "saidSort" DATE NOT NULL GENERATED ALWAYS AS (COALESCE("saidEarliest", "saidLatest", '0001-01-01'::date)) STORED,
  "method" "ExtractionMethod" NOT NULL,
  "agent" TEXT NOT NULL,
  "confidence" DOUBLE PRECISION,
  "reviewStatus" "ReviewStatus" NOT NULL DEFAULT 'PROPOSED',
  "reviewedAt" TIMESTAMPTZ(3),
  "reviewedBy" TEXT,
  "rejectionReason" "RejectionReason",
  "reviewNote" TEXT,
  "editedAt" TIMESTAMPTZ(3),
  "reviewPriority" INTEGER NOT NULL GENERATED ALWAYS AS (floor(COALESCE(confidence, 1) * 10)::integer) STORED,
  "readingOrder" INTEGER NOT NULL GENERATED ALWAYS AS (- "position") STORED,
  "eventId" UUID,
  "eventPhase" "EventPhase",
  "placeId" UUID,
  "withinId" UUID,
  "threadId" UUID,
  "utteranceId" UUID,
  "utteranceSetAt" TIMESTAMPTZ(3),
  "deletedAt" TIMESTAMPTZ(3),
  "version" INTEGER NOT NULL DEFAULT 1,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "Statement_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Statement_text_check" CHECK (text <> ''),
  CONSTRAINT "Statement_agent_check" CHECK (agent <> ''),
  CONSTRAINT "Statement_version_check" CHECK (version >= 1 AND position >= 0),
  CONSTRAINT "Statement_confidence_check" CHECK (confidence BETWEEN 0 AND 1),
  CONSTRAINT "Statement_said_check" CHECK ("saidEarliest" <= "saidLatest"),
  CONSTRAINT "Statement_within_check" CHECK ("withinId" <> id),
  CONSTRAINT "Statement_phase_check" CHECK ("eventPhase" IS NULL OR "eventId" IS NOT NULL),
  CONSTRAINT "Statement_review_check" CHECK (("reviewedAt" IS NULL) = ("reviewedBy" IS NULL)),
  CONSTRAINT "Statement_rejection_check" CHECK ("rejectionReason" IS NULL OR "reviewStatus" = 'REJECTED')
);
CREATE INDEX "Statement_eventId_saidSort_id_idx" ON "Statement"("eventId", "saidSort", "id");
CREATE INDEX "Statement_placeId_saidSort_id_idx" ON "Statement"("placeId", "saidSort", "id");
CREATE INDEX "Statement_withinId_idx" ON "Statement"("withinId");
CREATE INDEX "Statement_threadId_position_id_idx" ON "Statement"("threadId", "position", "id");
CREATE INDEX "Statement_utteranceId_saidSort_id_idx" ON "Statement"("utteranceId", "saidSort", "id");
CREATE INDEX "Statement_saidSort_id_idx" ON "Statement"("saidSort", "id");
CREATE INDEX "Statement_createdAt_id_idx" ON "Statement"("createdAt", "id");
CREATE INDEX "Statement_updatedAt_id_idx" ON "Statement"("updatedAt", "id");
CREATE INDEX "Statement_articleId_position_id_idx" ON "Statement"("articleId", "position", "id");
CREATE INDEX "Statement_reviewStatus_saidSort_id_idx" ON "Statement"("reviewStatus", "saidSort", "id");
CREATE INDEX "Statement_review_queue" ON "Statement"("reviewStatus", "reviewPriority", "articleId", "readingOrder", "id");
CREATE INDEX "Statement_review_priority" ON "Statement"("reviewPriority", "articleId", "readingOrder", "id");
CREATE INDEX "Statement_kind_saidSort_id_idx" ON "Statement"("kind", "saidSort", "id");
CREATE INDEX "Statement_medium_saidSort_id_idx" ON "Statement"("medium", "saidSort", "id");
CREATE INDEX "Statement_language_saidSort_id_idx" ON "Statement"("language", "saidSort", "id");
CREATE INDEX "Statement_confidence_idx" ON "Statement"("confidence");
CREATE INDEX "Statement_searchVector_idx" ON "Statement" USING GIN ("searchVector");
-- On a server everybody reads only what is reviewed, which may be one statement of a thousand: lists, facets and searches
-- of it use these indexes alone. Their conditions are those of the rule of what is visible.
CREATE INDEX "Statement_public_saidSort" ON "Statement"("saidSort", "id")
  WHERE "reviewStatus" IN ('VERIFIED', 'RETRACTED') AND "deletedAt" IS NULL;
CREATE INDEX "Statement_public_words" ON "Statement" USING GIN ("searchVector")
  WHERE "reviewStatus" IN ('VERIFIED', 'RETRACTED') AND "deletedAt" IS NULL;

CREATE TABLE "Alteration" (
  "statementId" UUID NOT NULL,
  "position" INTEGER NOT NULL,
  "kind" "AlterationKind" NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  CONSTRAINT "Alteration_pkey" PRIMARY KEY ("statementId", "position"),
  CONSTRAINT "Alteration_span_check" CHECK (start >= 0 AND start < "end" AND position >= 0)
);

CREATE TABLE "StatementMention" (
  "statementId" UUID NOT NULL,
  "speakerId" UUID NOT NULL,
  "shownStatus" "ReviewStatus",
  CONSTRAINT "StatementMention_pkey" PRIMARY KEY ("statementId", "speakerId")
);
CREATE INDEX "StatementMention_shownStatus_speakerId_idx" ON "StatementMention"("shownStatus", "speakerId");
CREATE INDEX "StatementMention_speakerId_statementId_idx" ON "StatementMention"("speakerId", "statementId");

CREATE TABLE "StatementThread" (
  "id" UUID NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "StatementThread_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Utterance" (
  "id" UUID NOT NULL,
  "canonicalText" TEXT,
  "primarySourceId" UUID,
  "version" INTEGER NOT NULL DEFAULT 1,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "Utterance_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Utterance_text_check" CHECK ("canonicalText" <> '')
);
CREATE INDEX "Utterance_primarySourceId_idx" ON "Utterance"("primarySourceId");

CREATE TABLE "Anchor" (
  "id" UUID NOT NULL,
  "statementId" UUID NOT NULL,
  "textId" UUID NOT NULL,
  "position" INTEGER NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  "exact" TEXT NOT NULL,
  "prefix" TEXT NOT NULL,
  "suffix" TEXT NOT NULL,
  "status" "AnchorStatus" NOT NULL DEFAULT 'EXACT',
  CONSTRAINT "Anchor_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Anchor_span_check" CHECK (start >= 0 AND start < "end" AND position >= 0)
);
CREATE INDEX "Anchor_textId_start_idx" ON "Anchor"("textId", "start");
CREATE INDEX "Anchor_status_statementId_idx" ON "Anchor"("status", "statementId");
CREATE UNIQUE INDEX "Anchor_statementId_position_key" ON "Anchor"("statementId", "position");

CREATE TABLE "Attribution" (
  "id" UUID NOT NULL,
  "statementId" UUID NOT NULL,
  "position" INTEGER NOT NULL,
  "speakerId" UUID,
  "role" "AttributionRole" NOT NULL DEFAULT 'SPEAKER',
  "asWritten" TEXT,
  "cue" TEXT,
  "basis" "AttributionBasis" NOT NULL,
  "confidence" DOUBLE PRECISION,
  "shownStatus" "ReviewStatus",
  CONSTRAINT "Attribution_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Attribution_confidence_check" CHECK (confidence BETWEEN 0 AND 1),
  CONSTRAINT "Attribution_who_check" CHECK (position >= 0 AND ("speakerId" IS NOT NULL OR "asWritten" IS NOT NULL))
);
CREATE INDEX "Attribution_shownStatus_speakerId_idx" ON "Attribution"("shownStatus", "speakerId");
CREATE INDEX "Attribution_speakerId_statementId_idx" ON "Attribution"("speakerId", "statementId");
CREATE UNIQUE INDEX "Attribution_statementId_position_key" ON "Attribution"("statementId", "position");
CREATE UNIQUE INDEX "Attribution_statementId_speakerId_role_key" ON "Attribution"("statementId", "speakerId", "role");

CREATE TABLE "Topic" (
  "id" UUID NOT NULL,
  "slug" TEXT COLLATE "C" NOT NULL,
  "name" TEXT NOT NULL,
  "nameFolded" TEXT COLLATE "C" NOT NULL,
  "parentId" UUID,
  "mergedIntoId" UUID,
  "wikidataId" TEXT,
  "version" INTEGER NOT NULL DEFAULT 1,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "Topic_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Topic_name_check" CHECK (name <> '' AND slug ~ '^[^[:upper:][:space:]]+$'),
  CONSTRAINT "Topic_version_check" CHECK (version >= 1),
  CONSTRAINT "Topic_parent_check" CHECK ("parentId" <> id),
  CONSTRAINT "Topic_wikidataId_check" CHECK ("wikidataId" ~ '^Q[1-9][0-9]*$'),
  CONSTRAINT "Topic_merge_check" CHECK ("mergedIntoId" <> id)
);
CREATE UNIQUE INDEX "Topic_slug_key" ON "Topic"("slug");
CREATE UNIQUE INDEX "Topic_wikidataId_key" ON "Topic"("wikidataId");
CREATE INDEX "Topic_nameFolded_id_idx" ON "Topic"("nameFolded", "id");
CREATE INDEX "Topic_nameFolded_trgm" ON "Topic" USING GIN ("nameFolded" gin_trgm_ops);
CREATE INDEX "Topic_updatedAt_id_idx" ON "Topic"("updatedAt", "id");
CREATE INDEX "Topic_parentId_nameFolded_id_idx" ON "Topic"("parentId", "nameFolded", "id");
CREATE INDEX "Topic_mergedIntoId_idx" ON "Topic"("mergedIntoId");
CREATE INDEX "Topic_nameFolded_words" ON "Topic" USING GIN (name_vector("nameFolded"));

CREATE TABLE "TopicAlias" (
  "id" UUID NOT NULL,
  "topicId" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "nameFolded" TEXT COLLATE "C" NOT NULL,
  CONSTRAINT "TopicAlias_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "TopicAlias_nameFolded_idx" ON "TopicAlias"("nameFolded");
CREATE INDEX "TopicAlias_nameFolded_trgm" ON "TopicAlias" USING GIN ("nameFolded" gin_trgm_ops);
CREATE UNIQUE INDEX "TopicAlias_topicId_nameFolded_key" ON "TopicAlias"("topicId", "nameFolded");
CREATE INDEX "TopicAlias_nameFolded_words" ON "TopicAlias" USING GIN (name_vector("nameFolded"));

CREATE TABLE "StatementTopic" (
  "statementId" UUID NOT NULL,
  "topicId" UUID NOT NULL,
  CONSTRAINT "StatementTopic_pkey" PRIMARY KEY ("statementId", "topicId")
);
CREATE INDEX "StatementTopic_topicId_statementId_idx" ON "StatementTopic"("topicId", "statementId");

CREATE TABLE "ArticleTopic" (
  "articleId" UUID NOT NULL,
  "topicId" UUID NOT NULL,
  CONSTRAINT "ArticleTopic_pkey" PRIMARY KEY ("articleId", "topicId")
);
CREATE INDEX "ArticleTopic_topicId_articleId_idx" ON "ArticleTopic"("topicId", "articleId");

CREATE TABLE "ArticleSpeaker" (
  "articleId" UUID NOT NULL,
  "speakerId" UUID NOT NULL,
  CONSTRAINT "ArticleSpeaker_pkey" PRIMARY KEY ("articleId", "speakerId")
);
CREATE INDEX "ArticleSpeaker_speakerId_articleId_idx" ON "ArticleSpeaker"("speakerId", "articleId");

CREATE TABLE "ExternalId" (
  "id" UUID NOT NULL,
  "type" "EntityType" NOT NULL,
  "namespace" TEXT NOT NULL,
  "value" TEXT NOT NULL,
  "siteId" UUID,
  "articleId" UUID,
  "speakerId" UUID,
  "statementId" UUID,
  "topicId" UUID,
  "eventId" UUID,
  "documentId" UUID,
  CONSTRAINT "ExternalId_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "ExternalId_value_check" CHECK (namespace <> '' AND value <> ''),
  CONSTRAINT "ExternalId_one_check" CHECK (
    num_nonnulls("siteId", "articleId", "speakerId", "statementId", "topicId", "eventId", "documentId") = 1
    AND CASE type
      WHEN 'SITE' THEN "siteId" IS NOT NULL
      WHEN 'ARTICLE' THEN "articleId" IS NOT NULL
      WHEN 'SPEAKER' THEN "speakerId" IS NOT NULL
      WHEN 'STATEMENT' THEN "statementId" IS NOT NULL
      WHEN 'TOPIC' THEN "topicId" IS NOT NULL
      WHEN 'EVENT' THEN "eventId" IS NOT NULL
      WHEN 'DOCUMENT' THEN "documentId" IS NOT NULL
    END)
);
CREATE INDEX "ExternalId_siteId_idx" ON "ExternalId"("siteId");
CREATE INDEX "ExternalId_articleId_idx" ON "ExternalId"("articleId");
CREATE INDEX "ExternalId_speakerId_idx" ON "ExternalId"("speakerId");
CREATE INDEX "ExternalId_statementId_idx" ON "ExternalId"("statementId");
CREATE INDEX "ExternalId_topicId_idx" ON "ExternalId"("topicId");
CREATE INDEX "ExternalId_eventId_idx" ON "ExternalId"("eventId");
CREATE INDEX "ExternalId_documentId_idx" ON "ExternalId"("documentId");
CREATE UNIQUE INDEX "ExternalId_type_namespace_value_key" ON "ExternalId"("type", "namespace", "value");

CREATE TABLE "Place" (
  "id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "nameFolded" TEXT NOT NULL,
  "countryCode" CHAR(2),
  "wikidataId" TEXT,
  "version" INTEGER NOT NULL DEFAULT 1,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "Place_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Place_name_check" CHECK (name <> '' AND "nameFolded" <> ''),
  CONSTRAINT "Place_countryCode_check" CHECK ("countryCode" ~ '^[A-Z]{2}$'),
  CONSTRAINT "Place_wikidataId_check" CHECK ("wikidataId" ~ '^Q[1-9][0-9]*$')
);
CREATE UNIQUE INDEX "Place_wikidataId_key" ON "Place"("wikidataId");
CREATE INDEX "Place_countryCode_idx" ON "Place"("countryCode");
CREATE UNIQUE INDEX "Place_nameFolded_countryCode_key" ON "Place"("nameFolded", "countryCode") NULLS NOT DISTINCT;

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
  CONSTRAINT "Event_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Event_name_check" CHECK (name <> '' AND "nameFolded" <> ''),
  CONSTRAINT "Event_version_check" CHECK (version >= 1),
  CONSTRAINT "Event_date_check" CHECK ("dateEarliest" <= "dateLatest")
);
CREATE INDEX "Event_dateSort_id_idx" ON "Event"("dateSort", "id");
CREATE INDEX "Event_nameFolded_id_idx" ON "Event"("nameFolded", "id");
CREATE INDEX "Event_placeId_dateSort_id_idx" ON "Event"("placeId", "dateSort", "id");

CREATE TABLE "EventParticipant" (
  "eventId" UUID NOT NULL,
  "speakerId" UUID NOT NULL,
  CONSTRAINT "EventParticipant_pkey" PRIMARY KEY ("eventId", "speakerId")
);
CREATE INDEX "EventParticipant_speakerId_eventId_idx" ON "EventParticipant"("speakerId", "eventId");

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
  CONSTRAINT "Document_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Document_title_check" CHECK (title <> ''),
  CONSTRAINT "Document_identifier_check" CHECK (
    identifier <> '' AND (identifier IS NULL) = ("identifierFolded" IS NULL)),
  CONSTRAINT "Document_version_check" CHECK (version >= 1),
  CONSTRAINT "Document_date_check" CHECK ("dateEarliest" <= "dateLatest")
);
CREATE UNIQUE INDEX "Document_identifierFolded_key" ON "Document"("identifierFolded");
CREATE INDEX "Document_titleFolded_id_idx" ON "Document"("titleFolded", "id");

CREATE TABLE "DocumentIssuer" (
  "documentId" UUID NOT NULL,
  "speakerId" UUID NOT NULL,
  CONSTRAINT "DocumentIssuer_pkey" PRIMARY KEY ("documentId", "speakerId")
);
CREATE INDEX "DocumentIssuer_speakerId_idx" ON "DocumentIssuer"("speakerId");

CREATE TABLE "Reference" (
  "id" UUID NOT NULL,
  "documentId" UUID NOT NULL,
  "articleId" UUID NOT NULL,
  "statementId" UUID,
  "asWritten" TEXT NOT NULL,
  "start" INTEGER,
  "end" INTEGER,
  CONSTRAINT "Reference_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Reference_words_check" CHECK ("asWritten" <> ''),
  CONSTRAINT "Reference_span_check" CHECK ((start IS NULL) = ("end" IS NULL) AND start >= 0 AND start < "end")
);
CREATE INDEX "Reference_documentId_statementId_idx" ON "Reference"("documentId", "statementId");
CREATE INDEX "Reference_articleId_idx" ON "Reference"("articleId");
CREATE INDEX "Reference_statementId_idx" ON "Reference"("statementId");

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
  CONSTRAINT "Revision_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Revision_version_check" CHECK (version >= 1 AND actor <> ''),
  CONSTRAINT "Revision_changes_check" CHECK (jsonb_typeof(changes) = 'array')
);
CREATE UNIQUE INDEX "Revision_type_entityId_version_key" ON "Revision"("type", "entityId", "version");

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
  CONSTRAINT "Merge_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Merge_self_check" CHECK ("keptId" <> "absorbedId")
);
CREATE INDEX "Merge_type_keptId_at_idx" ON "Merge"("type", "keptId", "at");
CREATE INDEX "Merge_type_absorbedId_idx" ON "Merge"("type", "absorbedId");

CREATE TABLE "MergedRow" (
  "mergeId" UUID NOT NULL,
  "link" TEXT NOT NULL,
  "rowId" UUID NOT NULL,
  "removed" BOOLEAN NOT NULL DEFAULT false,
  "content" JSONB,
  CONSTRAINT "MergedRow_pkey" PRIMARY KEY ("mergeId", "link", "rowId")
);

CREATE TABLE "IdempotencyKey" (
  "actor" TEXT NOT NULL,
  "key" TEXT NOT NULL,
  "operation" TEXT NOT NULL,
  "inputHash" CHAR(64) NOT NULL,
  "result" JSONB NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("actor", "key"),
  CONSTRAINT "IdempotencyKey_key_check" CHECK (key <> '')
);
CREATE INDEX "IdempotencyKey_createdAt_idx" ON "IdempotencyKey"("createdAt");

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
  CONSTRAINT "ApiKey_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "ApiKey_check" CHECK (name <> '' AND "keyId" <> '' AND cardinality(scopes) > 0),
  CONSTRAINT "ApiKey_secret_check" CHECK ("secretSha256" ~ '^[0-9a-f]{64}$')
);
CREATE UNIQUE INDEX "ApiKey_keyId_key" ON "ApiKey"("keyId");
CREATE INDEX "ApiKey_createdAt_id_idx" ON "ApiKey"("createdAt", "id");

CREATE TABLE "Change" (
  "sequence" BIGSERIAL NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "kind" "ChangeKind" NOT NULL,
  "type" "EntityType" NOT NULL,
  "entityId" UUID NOT NULL,
  "actor" TEXT NOT NULL,
  CONSTRAINT "Change_pkey" PRIMARY KEY ("sequence")
);
CREATE INDEX "Change_type_entityId_sequence_idx" ON "Change"("type", "entityId", "sequence");

-- Foreign keys: after all tables, for some refer to each other.
ALTER TABLE "Article"
  ADD CONSTRAINT "Article_siteId_fkey"
    FOREIGN KEY ("siteId") REFERENCES "Site"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "Article_currentTextId_id_fkey"
    FOREIGN KEY ("currentTextId", "id") REFERENCES "ArticleText"("id", "articleId") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "ArticleText"
  ADD CONSTRAINT "ArticleText_articleId_fkey"
    FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "TextSegment"
  ADD CONSTRAINT "TextSegment_textId_fkey"
    FOREIGN KEY ("textId") REFERENCES "ArticleText"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Byline"
  ADD CONSTRAINT "Byline_articleId_fkey"
    FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "Byline_speakerId_fkey"
    FOREIGN KEY ("speakerId") REFERENCES "Speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Speaker"
  ADD CONSTRAINT "Speaker_mergedIntoId_fkey"
    FOREIGN KEY ("mergedIntoId") REFERENCES "Speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Alias"
  ADD CONSTRAINT "Alias_speakerId_fkey"
    FOREIGN KEY ("speakerId") REFERENCES "Speaker"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Affiliation"
  ADD CONSTRAINT "Affiliation_speakerId_fkey"
    FOREIGN KEY ("speakerId") REFERENCES "Speaker"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "Affiliation_organizationId_fkey"
    FOREIGN KEY ("organizationId") REFERENCES "Speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "Affiliation_placeId_fkey"
    FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "SpeakerMember"
  ADD CONSTRAINT "SpeakerMember_groupId_fkey"
    FOREIGN KEY ("groupId") REFERENCES "Speaker"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "SpeakerMember_memberId_fkey"
    FOREIGN KEY ("memberId") REFERENCES "Speaker"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Statement"
  ADD CONSTRAINT "Statement_articleId_fkey"
    FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "Statement_eventId_fkey"
    FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "Statement_placeId_fkey"
    FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "Statement_withinId_fkey"
    FOREIGN KEY ("withinId") REFERENCES "Statement"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  ADD CONSTRAINT "Statement_threadId_fkey"
    FOREIGN KEY ("threadId") REFERENCES "StatementThread"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  ADD CONSTRAINT "Statement_utteranceId_fkey"
    FOREIGN KEY ("utteranceId") REFERENCES "Utterance"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Alteration"
  ADD CONSTRAINT "Alteration_statementId_fkey"
    FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "StatementMention"
  ADD CONSTRAINT "StatementMention_statementId_fkey"
    FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "StatementMention_speakerId_fkey"
    FOREIGN KEY ("speakerId") REFERENCES "Speaker"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Utterance"
  ADD CONSTRAINT "Utterance_primarySourceId_fkey"
    FOREIGN KEY ("primarySourceId") REFERENCES "Document"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Anchor"
  ADD CONSTRAINT "Anchor_statementId_fkey"
    FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "Anchor_textId_fkey"
    FOREIGN KEY ("textId") REFERENCES "ArticleText"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Attribution"
  ADD CONSTRAINT "Attribution_statementId_fkey"
    FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "Attribution_speakerId_fkey"
    FOREIGN KEY ("speakerId") REFERENCES "Speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Topic"
  ADD CONSTRAINT "Topic_parentId_fkey"
    FOREIGN KEY ("parentId") REFERENCES "Topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "Topic_mergedIntoId_fkey"
    FOREIGN KEY ("mergedIntoId") REFERENCES "Topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "TopicAlias"
  ADD CONSTRAINT "TopicAlias_topicId_fkey"
    FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "StatementTopic"
  ADD CONSTRAINT "StatementTopic_statementId_fkey"
    FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "StatementTopic_topicId_fkey"
    FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ArticleTopic"
  ADD CONSTRAINT "ArticleTopic_articleId_fkey"
    FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "ArticleTopic_topicId_fkey"
    FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ArticleSpeaker"
  ADD CONSTRAINT "ArticleSpeaker_articleId_fkey"
    FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "ArticleSpeaker_speakerId_fkey"
    FOREIGN KEY ("speakerId") REFERENCES "Speaker"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ExternalId"
  ADD CONSTRAINT "ExternalId_siteId_fkey"
    FOREIGN KEY ("siteId") REFERENCES "Site"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "ExternalId_articleId_fkey"
    FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "ExternalId_speakerId_fkey"
    FOREIGN KEY ("speakerId") REFERENCES "Speaker"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "ExternalId_statementId_fkey"
    FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "ExternalId_topicId_fkey"
    FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "ExternalId_eventId_fkey"
    FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "ExternalId_documentId_fkey"
    FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Event"
  ADD CONSTRAINT "Event_placeId_fkey"
    FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "EventParticipant"
  ADD CONSTRAINT "EventParticipant_eventId_fkey"
    FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "EventParticipant_speakerId_fkey"
    FOREIGN KEY ("speakerId") REFERENCES "Speaker"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "DocumentIssuer"
  ADD CONSTRAINT "DocumentIssuer_documentId_fkey"
    FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "DocumentIssuer_speakerId_fkey"
    FOREIGN KEY ("speakerId") REFERENCES "Speaker"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Reference"
  ADD CONSTRAINT "Reference_documentId_fkey"
    FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "Reference_articleId_fkey"
    FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "Reference_statementId_fkey"
    FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "MergedRow"
  ADD CONSTRAINT "MergedRow_mergeId_fkey"
    FOREIGN KEY ("mergeId") REFERENCES "Merge"("id") ON DELETE CASCADE ON UPDATE CASCADE;
