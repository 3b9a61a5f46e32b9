-- Trigrams for look-ups by part of a name.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- The text search configuration of a BCP 47 language tag; English when the language is unknown, as in extraction.
CREATE FUNCTION search_configuration(language text) RETURNS regconfig
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE lower(split_part(coalesce(language, 'en'), '-', 1))
    WHEN 'en' THEN 'pg_catalog.english'::regconfig
    WHEN 'de' THEN 'pg_catalog.german'::regconfig
    WHEN 'es' THEN 'pg_catalog.spanish'::regconfig
    WHEN 'fr' THEN 'pg_catalog.french'::regconfig
    WHEN 'it' THEN 'pg_catalog.italian'::regconfig
    WHEN 'pt' THEN 'pg_catalog.portuguese'::regconfig
    WHEN 'nl' THEN 'pg_catalog.dutch'::regconfig
    WHEN 'ru' THEN 'pg_catalog.russian'::regconfig
    ELSE 'pg_catalog.simple'::regconfig
  END;

-- What a text of any language can match when the query is read in its language: a superset that an index can find.
CREATE FUNCTION any_language_query(query text) RETURNS tsquery
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN websearch_to_tsquery('pg_catalog.english'::regconfig, query)
    || websearch_to_tsquery('pg_catalog.german'::regconfig, query)
    || websearch_to_tsquery('pg_catalog.spanish'::regconfig, query)
    || websearch_to_tsquery('pg_catalog.french'::regconfig, query)
    || websearch_to_tsquery('pg_catalog.italian'::regconfig, query)
    || websearch_to_tsquery('pg_catalog.portuguese'::regconfig, query)
    || websearch_to_tsquery('pg_catalog.dutch'::regconfig, query)
    || websearch_to_tsquery('pg_catalog.russian'::regconfig, query)
    || websearch_to_tsquery('pg_catalog.simple'::regconfig, query);

-- The text with U+FFFF after every character outside the BMP, so that one character here is one UTF-16 code unit:
-- `substr` then counts as JavaScript does, and a slice through a surrogate pair can equal no real text.
CREATE FUNCTION utf16_units(content text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN regexp_replace(content, '([\U00010000-\U0010FFFF])', '\1' || chr(65535), 'g');

-- CreateEnum
CREATE TYPE "DatePrecision" AS ENUM ('UNKNOWN', 'YEAR', 'MONTH', 'DAY', 'INSTANT');

-- CreateEnum
CREATE TYPE "DateBasis" AS ENUM ('STATED', 'INFERRED', 'EXTERNAL', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "SegmentKind" AS ENUM ('TITLE', 'BYLINE', 'HEADING', 'BODY', 'BOILERPLATE');

-- CreateEnum
CREATE TYPE "SpeakerKind" AS ENUM ('PERSON', 'ORGANIZATION', 'GROUP', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "StatementKind" AS ENUM ('DIRECT', 'MIXED', 'INDIRECT');

-- CreateEnum
CREATE TYPE "StatementMedium" AS ENUM ('PRESS_CONFERENCE', 'INTERVIEW', 'SPEECH', 'SOCIAL_POST', 'WRITTEN_STATEMENT', 'PUBLISHED_ARTICLE', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "ReviewStatus" AS ENUM ('PROPOSED', 'VERIFIED', 'REJECTED', 'RETRACTED');

-- CreateEnum
CREATE TYPE "AttributionRole" AS ENUM ('SPEAKER', 'CO_SPEAKER', 'RELAYED_BY');

-- CreateEnum
CREATE TYPE "AttributionBasis" AS ENUM ('NAMED', 'PRONOUN', 'INHERITED', 'EXTERNAL');

-- CreateEnum
CREATE TYPE "AnchorStatus" AS ENUM ('EXACT', 'MOVED', 'AMBIGUOUS', 'ORPHANED');

-- CreateEnum
CREATE TYPE "ExtractionMethod" AS ENUM ('MANUAL', 'RULE', 'MODEL', 'IMPORT');

-- CreateEnum
CREATE TYPE "ChangeKind" AS ENUM ('CREATED', 'UPDATED', 'REVIEWED', 'DELETED', 'RESTORED');

-- CreateEnum
CREATE TYPE "EntityType" AS ENUM ('SITE', 'ARTICLE', 'SPEAKER', 'STATEMENT', 'TOPIC');

-- CreateTable
CREATE TABLE "Site" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "nameFolded" TEXT COLLATE "C" NOT NULL,
    "domain" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Site_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Article" (
    "id" UUID NOT NULL,
    "siteId" UUID,
    "title" TEXT NOT NULL,
    "titleFolded" TEXT COLLATE "C" NOT NULL,
    "url" TEXT,
    "canonicalUrl" TEXT,
    "language" TEXT,
    "publishedEdtf" TEXT,
    "publishedEarliest" DATE,
    "publishedLatest" DATE,
    "publishedInstant" TIMESTAMPTZ(3),
    "publishedPrecision" "DatePrecision" NOT NULL DEFAULT 'UNKNOWN',
    "publishedBasis" "DateBasis" NOT NULL DEFAULT 'UNKNOWN',
    "publishedAsWritten" TEXT,
    "publishedSort" TIMESTAMPTZ(3) NOT NULL GENERATED ALWAYS AS (COALESCE("publishedInstant", ("publishedEarliest"::timestamp AT TIME ZONE 'UTC'), ("publishedLatest"::timestamp AT TIME ZONE 'UTC'), ('0001-01-01 00:00:00'::timestamp AT TIME ZONE 'UTC'))) STORED,
    "currentTextId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "ingestedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ArticleText" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "content" TEXT NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "length" INTEGER NOT NULL,
    "language" TEXT,
    "searchText" TEXT NOT NULL,
    "searchVector" tsvector GENERATED ALWAYS AS (to_tsvector(search_configuration(language), "searchText")) STORED,
    "capturedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ArticleText_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TextSegment" (
    "textId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "SegmentKind" NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,

    CONSTRAINT "TextSegment_pkey" PRIMARY KEY ("textId","position")
);

-- CreateTable
CREATE TABLE "Byline" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "asWritten" TEXT NOT NULL,
    "speakerId" UUID,

    CONSTRAINT "Byline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Speaker" (
    "id" UUID NOT NULL,
    "kind" "SpeakerKind" NOT NULL,
    "name" TEXT NOT NULL,
    "nameFolded" TEXT COLLATE "C" NOT NULL,
    "wikidataId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Speaker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Alias" (
    "id" UUID NOT NULL,
    "speakerId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "nameFolded" TEXT COLLATE "C" NOT NULL,
    "language" TEXT,

    CONSTRAINT "Alias_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Affiliation" (
    "id" UUID NOT NULL,
    "speakerId" UUID NOT NULL,
    "role" TEXT,
    "roleFolded" TEXT COLLATE "C",
    "organizationId" UUID,
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

    CONSTRAINT "Affiliation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Statement" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "kind" "StatementKind" NOT NULL,
    "medium" "StatementMedium" NOT NULL DEFAULT 'UNKNOWN',
    "text" TEXT NOT NULL,
    "language" TEXT,
    "searchVector" tsvector GENERATED ALWAYS AS (to_tsvector(search_configuration(language), text)) STORED,
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
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
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

    CONSTRAINT "Anchor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
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

    CONSTRAINT "Attribution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Topic" (
    "id" UUID NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "name" TEXT NOT NULL,
    "nameFolded" TEXT COLLATE "C" NOT NULL,
    "parentId" UUID,
    "wikidataId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TopicAlias" (
    "id" UUID NOT NULL,
    "topicId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "nameFolded" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "TopicAlias_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StatementTopic" (
    "statementId" UUID NOT NULL,
    "topicId" UUID NOT NULL,

    CONSTRAINT "StatementTopic_pkey" PRIMARY KEY ("statementId","topicId")
);

-- CreateTable
CREATE TABLE "ArticleTopic" (
    "articleId" UUID NOT NULL,
    "topicId" UUID NOT NULL,

    CONSTRAINT "ArticleTopic_pkey" PRIMARY KEY ("articleId","topicId")
);

-- CreateTable
CREATE TABLE "ArticleSpeaker" (
    "articleId" UUID NOT NULL,
    "speakerId" UUID NOT NULL,

    CONSTRAINT "ArticleSpeaker_pkey" PRIMARY KEY ("articleId","speakerId")
);

-- CreateTable
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

    CONSTRAINT "ExternalId_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Change" (
    "sequence" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" "ChangeKind" NOT NULL,
    "type" "EntityType" NOT NULL,
    "entityId" UUID NOT NULL,
    "actor" TEXT NOT NULL,

    CONSTRAINT "Change_pkey" PRIMARY KEY ("sequence")
);

-- CreateIndex
CREATE UNIQUE INDEX "Site_domain_key" ON "Site"("domain");

-- CreateIndex
CREATE INDEX "Site_nameFolded_id_idx" ON "Site"("nameFolded", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Article_canonicalUrl_key" ON "Article"("canonicalUrl");

-- CreateIndex
CREATE UNIQUE INDEX "Article_currentTextId_key" ON "Article"("currentTextId");

-- CreateIndex
CREATE INDEX "Article_publishedSort_id_idx" ON "Article"("publishedSort", "id");

-- CreateIndex
CREATE INDEX "Article_ingestedAt_id_idx" ON "Article"("ingestedAt", "id");

-- CreateIndex
CREATE INDEX "Article_updatedAt_id_idx" ON "Article"("updatedAt", "id");

-- CreateIndex
CREATE INDEX "Article_titleFolded_id_idx" ON "Article"("titleFolded", "id");

-- CreateIndex
CREATE INDEX "Article_siteId_publishedSort_id_idx" ON "Article"("siteId", "publishedSort", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Article_currentTextId_id_key" ON "Article"("currentTextId", "id");

-- CreateIndex
CREATE INDEX "ArticleText_sha256_idx" ON "ArticleText"("sha256");

-- CreateIndex
CREATE INDEX "ArticleText_articleId_capturedAt_id_idx" ON "ArticleText"("articleId", "capturedAt", "id");

-- CreateIndex
CREATE INDEX "ArticleText_searchVector_idx" ON "ArticleText" USING GIN ("searchVector");

-- CreateIndex
CREATE UNIQUE INDEX "ArticleText_articleId_sha256_key" ON "ArticleText"("articleId", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "ArticleText_id_articleId_key" ON "ArticleText"("id", "articleId");

-- CreateIndex
CREATE INDEX "Byline_speakerId_idx" ON "Byline"("speakerId");

-- CreateIndex
CREATE UNIQUE INDEX "Byline_articleId_position_key" ON "Byline"("articleId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Speaker_wikidataId_key" ON "Speaker"("wikidataId");

-- CreateIndex
CREATE INDEX "Speaker_nameFolded_id_idx" ON "Speaker"("nameFolded", "id");

-- CreateIndex
CREATE INDEX "Speaker_nameFolded_trgm" ON "Speaker" USING GIN ("nameFolded" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Speaker_updatedAt_id_idx" ON "Speaker"("updatedAt", "id");

-- CreateIndex
CREATE INDEX "Speaker_createdAt_id_idx" ON "Speaker"("createdAt", "id");

-- CreateIndex
CREATE INDEX "Alias_nameFolded_idx" ON "Alias"("nameFolded");

-- CreateIndex
CREATE INDEX "Alias_nameFolded_trgm" ON "Alias" USING GIN ("nameFolded" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "Alias_speakerId_nameFolded_key" ON "Alias"("speakerId", "nameFolded");

-- CreateIndex
CREATE INDEX "Affiliation_speakerId_fromEarliest_id_idx" ON "Affiliation"("speakerId", "fromEarliest", "id");

-- CreateIndex
CREATE INDEX "Affiliation_organizationId_idx" ON "Affiliation"("organizationId");

-- CreateIndex
CREATE INDEX "Affiliation_roleFolded_idx" ON "Affiliation"("roleFolded");

-- CreateIndex
CREATE INDEX "Statement_saidSort_id_idx" ON "Statement"("saidSort", "id");

-- CreateIndex
CREATE INDEX "Statement_createdAt_id_idx" ON "Statement"("createdAt", "id");

-- CreateIndex
CREATE INDEX "Statement_updatedAt_id_idx" ON "Statement"("updatedAt", "id");

-- CreateIndex
CREATE INDEX "Statement_articleId_position_id_idx" ON "Statement"("articleId", "position", "id");

-- CreateIndex
CREATE INDEX "Statement_reviewStatus_saidSort_id_idx" ON "Statement"("reviewStatus", "saidSort", "id");

-- CreateIndex
CREATE INDEX "Statement_kind_saidSort_id_idx" ON "Statement"("kind", "saidSort", "id");

-- CreateIndex
CREATE INDEX "Statement_medium_saidSort_id_idx" ON "Statement"("medium", "saidSort", "id");

-- CreateIndex
CREATE INDEX "Statement_searchVector_idx" ON "Statement" USING GIN ("searchVector");

-- CreateIndex
CREATE INDEX "Anchor_textId_start_idx" ON "Anchor"("textId", "start");

-- CreateIndex
CREATE INDEX "Anchor_status_statementId_idx" ON "Anchor"("status", "statementId");

-- CreateIndex
CREATE UNIQUE INDEX "Anchor_statementId_position_key" ON "Anchor"("statementId", "position");

-- CreateIndex
CREATE INDEX "Attribution_speakerId_statementId_idx" ON "Attribution"("speakerId", "statementId");

-- CreateIndex
CREATE UNIQUE INDEX "Attribution_statementId_position_key" ON "Attribution"("statementId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Attribution_statementId_speakerId_role_key" ON "Attribution"("statementId", "speakerId", "role");

-- CreateIndex
CREATE UNIQUE INDEX "Topic_slug_key" ON "Topic"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Topic_wikidataId_key" ON "Topic"("wikidataId");

-- CreateIndex
CREATE INDEX "Topic_nameFolded_id_idx" ON "Topic"("nameFolded", "id");

-- CreateIndex
CREATE INDEX "Topic_updatedAt_id_idx" ON "Topic"("updatedAt", "id");

-- CreateIndex
CREATE INDEX "Topic_parentId_nameFolded_id_idx" ON "Topic"("parentId", "nameFolded", "id");

-- CreateIndex
CREATE INDEX "TopicAlias_nameFolded_idx" ON "TopicAlias"("nameFolded");

-- CreateIndex
CREATE UNIQUE INDEX "TopicAlias_topicId_nameFolded_key" ON "TopicAlias"("topicId", "nameFolded");

-- CreateIndex
CREATE INDEX "StatementTopic_topicId_statementId_idx" ON "StatementTopic"("topicId", "statementId");

-- CreateIndex
CREATE INDEX "ArticleTopic_topicId_articleId_idx" ON "ArticleTopic"("topicId", "articleId");

-- CreateIndex
CREATE INDEX "ArticleSpeaker_speakerId_articleId_idx" ON "ArticleSpeaker"("speakerId", "articleId");

-- CreateIndex
CREATE INDEX "ExternalId_siteId_idx" ON "ExternalId"("siteId");

-- CreateIndex
CREATE INDEX "ExternalId_articleId_idx" ON "ExternalId"("articleId");

-- CreateIndex
CREATE INDEX "ExternalId_speakerId_idx" ON "ExternalId"("speakerId");

-- CreateIndex
CREATE INDEX "ExternalId_statementId_idx" ON "ExternalId"("statementId");

-- CreateIndex
CREATE INDEX "ExternalId_topicId_idx" ON "ExternalId"("topicId");

-- CreateIndex
CREATE UNIQUE INDEX "ExternalId_type_namespace_value_key" ON "ExternalId"("type", "namespace", "value");

-- CreateIndex
CREATE INDEX "Change_type_entityId_sequence_idx" ON "Change"("type", "entityId", "sequence");

-- CreateIndex
CREATE INDEX "Article_language_publishedSort_id_idx" ON "Article"("language", "publishedSort", "id");

-- CreateIndex
CREATE INDEX "Site_nameFolded_trgm" ON "Site" USING GIN ("nameFolded" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Site_domain_trgm" ON "Site" USING GIN ("domain" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Speaker_kind_nameFolded_id_idx" ON "Speaker"("kind", "nameFolded", "id");

-- CreateIndex
CREATE INDEX "Statement_language_saidSort_id_idx" ON "Statement"("language", "saidSort", "id");

-- CreateIndex
CREATE INDEX "Statement_confidence_idx" ON "Statement"("confidence");

-- CreateIndex
CREATE INDEX "Topic_nameFolded_trgm" ON "Topic" USING GIN ("nameFolded" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "TopicAlias_nameFolded_trgm" ON "TopicAlias" USING GIN ("nameFolded" gin_trgm_ops);

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_currentTextId_id_fkey" FOREIGN KEY ("currentTextId", "id") REFERENCES "ArticleText"("id", "articleId") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ArticleText" ADD CONSTRAINT "ArticleText_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TextSegment" ADD CONSTRAINT "TextSegment_textId_fkey" FOREIGN KEY ("textId") REFERENCES "ArticleText"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Byline" ADD CONSTRAINT "Byline_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Byline" ADD CONSTRAINT "Byline_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Alias" ADD CONSTRAINT "Alias_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Speaker"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Affiliation" ADD CONSTRAINT "Affiliation_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Speaker"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Affiliation" ADD CONSTRAINT "Affiliation_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Anchor" ADD CONSTRAINT "Anchor_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Anchor" ADD CONSTRAINT "Anchor_textId_fkey" FOREIGN KEY ("textId") REFERENCES "ArticleText"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attribution" ADD CONSTRAINT "Attribution_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attribution" ADD CONSTRAINT "Attribution_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Topic" ADD CONSTRAINT "Topic_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TopicAlias" ADD CONSTRAINT "TopicAlias_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatementTopic" ADD CONSTRAINT "StatementTopic_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatementTopic" ADD CONSTRAINT "StatementTopic_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleTopic" ADD CONSTRAINT "ArticleTopic_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleTopic" ADD CONSTRAINT "ArticleTopic_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleSpeaker" ADD CONSTRAINT "ArticleSpeaker_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleSpeaker" ADD CONSTRAINT "ArticleSpeaker_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Speaker"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExternalId" ADD CONSTRAINT "ExternalId_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExternalId" ADD CONSTRAINT "ExternalId_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExternalId" ADD CONSTRAINT "ExternalId_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Speaker"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExternalId" ADD CONSTRAINT "ExternalId_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExternalId" ADD CONSTRAINT "ExternalId_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the columns may hold.
ALTER TABLE "Site"
  ADD CONSTRAINT "Site_name_check" CHECK (name <> ''),
  ADD CONSTRAINT "Site_domain_check" CHECK (domain <> '' AND domain = lower(domain));

ALTER TABLE "Article"
  ADD CONSTRAINT "Article_title_check" CHECK (title <> ''),
  ADD CONSTRAINT "Article_version_check" CHECK (version >= 1),
  ADD CONSTRAINT "Article_published_check" CHECK ("publishedEarliest" <= "publishedLatest"),
  ADD CONSTRAINT "Article_published_precision_check" CHECK (("publishedPrecision" = 'INSTANT') = ("publishedInstant" IS NOT NULL));

ALTER TABLE "ArticleText"
  ADD CONSTRAINT "ArticleText_content_check" CHECK (content <> '' AND position(chr(65535) IN content) = 0),
  ADD CONSTRAINT "ArticleText_sha256_check" CHECK (sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
  ADD CONSTRAINT "ArticleText_length_check" CHECK (length = char_length(utf16_units(content)));

ALTER TABLE "TextSegment"
  ADD CONSTRAINT "TextSegment_span_check" CHECK (start >= 0 AND start < "end" AND position >= 0);

ALTER TABLE "Byline"
  ADD CONSTRAINT "Byline_check" CHECK ("asWritten" <> '' AND position >= 0);

ALTER TABLE "Speaker"
  ADD CONSTRAINT "Speaker_name_check" CHECK (name <> '' AND "nameFolded" <> ''),
  ADD CONSTRAINT "Speaker_version_check" CHECK (version >= 1),
  ADD CONSTRAINT "Speaker_wikidataId_check" CHECK ("wikidataId" ~ '^Q[1-9][0-9]*$');

ALTER TABLE "Alias"
  ADD CONSTRAINT "Alias_name_check" CHECK (name <> '' AND "nameFolded" <> '');

ALTER TABLE "Affiliation"
  ADD CONSTRAINT "Affiliation_what_check" CHECK (role IS NOT NULL OR "organizationId" IS NOT NULL),
  ADD CONSTRAINT "Affiliation_self_check" CHECK ("organizationId" <> "speakerId"),
  ADD CONSTRAINT "Affiliation_dates_check" CHECK ("fromEarliest" <= "fromLatest" AND "untilEarliest" <= "untilLatest" AND "fromEarliest" <= "untilLatest");

ALTER TABLE "Statement"
  ADD CONSTRAINT "Statement_text_check" CHECK (text <> ''),
  ADD CONSTRAINT "Statement_agent_check" CHECK (agent <> ''),
  ADD CONSTRAINT "Statement_version_check" CHECK (version >= 1 AND position >= 0),
  ADD CONSTRAINT "Statement_confidence_check" CHECK (confidence BETWEEN 0 AND 1),
  ADD CONSTRAINT "Statement_said_check" CHECK ("saidEarliest" <= "saidLatest");

ALTER TABLE "Attribution"
  ADD CONSTRAINT "Attribution_confidence_check" CHECK (confidence BETWEEN 0 AND 1),
  ADD CONSTRAINT "Attribution_who_check" CHECK (position >= 0 AND ("speakerId" IS NOT NULL OR "asWritten" IS NOT NULL));

ALTER TABLE "Anchor"
  ADD CONSTRAINT "Anchor_span_check" CHECK (start >= 0 AND start < "end" AND position >= 0);

ALTER TABLE "Topic"
  ADD CONSTRAINT "Topic_name_check" CHECK (name <> '' AND slug ~ '^[^[:upper:][:space:]]+$'),
  ADD CONSTRAINT "Topic_version_check" CHECK (version >= 1),
  ADD CONSTRAINT "Topic_parent_check" CHECK ("parentId" <> id),
  ADD CONSTRAINT "Topic_wikidataId_check" CHECK ("wikidataId" ~ '^Q[1-9][0-9]*$');

ALTER TABLE "ExternalId"
  ADD CONSTRAINT "ExternalId_value_check" CHECK (namespace <> '' AND value <> ''),
  ADD CONSTRAINT "ExternalId_one_check" CHECK (
    num_nonnulls("siteId", "articleId", "speakerId", "statementId", "topicId") = 1
    AND CASE type
      WHEN 'SITE' THEN "siteId" IS NOT NULL
      WHEN 'ARTICLE' THEN "articleId" IS NOT NULL
      WHEN 'SPEAKER' THEN "speakerId" IS NOT NULL
      WHEN 'STATEMENT' THEN "statementId" IS NOT NULL
      WHEN 'TOPIC' THEN "topicId" IS NOT NULL
    END);

-- A captured text never changes. What search sees of it, and its language, may be worked out anew.
CREATE FUNCTION article_text_is_immutable() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF (NEW.id, NEW."articleId", NEW.content, NEW.sha256, NEW.length, NEW."capturedAt")
    IS DISTINCT FROM (OLD.id, OLD."articleId", OLD.content, OLD.sha256, OLD.length, OLD."capturedAt") THEN
    RAISE EXCEPTION 'a captured text is immutable (ArticleText %)', OLD.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "ArticleText_immutable" BEFORE UPDATE ON "ArticleText"
  FOR EACH ROW EXECUTE FUNCTION article_text_is_immutable();

-- An article has a text when its transaction ends; it cannot have one when its row is written.
CREATE FUNCTION article_has_text() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF EXISTS (SELECT FROM "Article" WHERE id = NEW.id AND "currentTextId" IS NULL) THEN
    RAISE EXCEPTION 'an article needs a text (Article %)', NEW.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER "Article_has_text" AFTER INSERT OR UPDATE ON "Article"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION article_has_text();

-- The words of an anchor stand at its place, in a text of the statement's own article. Once per SQL statement,
-- so that a text is expanded once for all of its anchors.
CREATE FUNCTION anchors_are_true() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  wrong uuid;
BEGIN
  WITH texts AS MATERIALIZED (
    SELECT t.id, t."articleId", utf16_units(t.content) AS units
    FROM "ArticleText" t
    WHERE t.id IN (SELECT "textId" FROM written)
  )
  SELECT a.id INTO wrong
  FROM (SELECT *, utf16_units(exact) AS words, utf16_units(prefix) AS before, utf16_units(suffix) AS after FROM written) a
  JOIN texts t ON t.id = a."textId"
  JOIN "Statement" s ON s.id = a."statementId"
  WHERE s."articleId" <> t."articleId"
    OR substr(t.units, a.start + 1, a."end" - a.start) <> a.words
    OR char_length(a.before) > a.start
    OR substr(t.units, a.start + 1 - char_length(a.before), char_length(a.before)) <> a.before
    OR substr(t.units, a."end" + 1, char_length(a.after)) <> a.after
  LIMIT 1;
  IF wrong IS NOT NULL THEN
    RAISE EXCEPTION 'the words of an anchor are not at its place (Anchor %)', wrong USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "Anchor_true_on_insert" AFTER INSERT ON "Anchor"
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION anchors_are_true();
CREATE TRIGGER "Anchor_true_on_update" AFTER UPDATE ON "Anchor"
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION anchors_are_true();

-- Writers take turns from their first entry to their commit: a reader that has seen a sequence number has seen all
-- smaller ones. Entries are therefore the last thing that a transaction writes.
CREATE FUNCTION changes_are_ordered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(4771983321);
  RETURN NULL;
END $$;

CREATE TRIGGER "Change_ordered" BEFORE INSERT ON "Change"
  FOR EACH STATEMENT EXECUTE FUNCTION changes_are_ordered();
