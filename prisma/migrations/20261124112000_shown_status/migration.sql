-- Who speaks or is mentioned in public is asked of every speaker that is read: it stands beside the speaker, so that
-- neither the statement nor its article is read for it.
ALTER TABLE "Attribution" ADD COLUMN "shownStatus" "ReviewStatus";
ALTER TABLE "StatementMention" ADD COLUMN "shownStatus" "ReviewStatus";

UPDATE "Attribution" l SET "shownStatus" = s."reviewStatus"
  FROM "Statement" s JOIN "Article" a ON a.id = s."articleId"
  WHERE s.id = l."statementId" AND s."deletedAt" IS NULL AND a."deletedAt" IS NULL;
UPDATE "StatementMention" l SET "shownStatus" = s."reviewStatus"
  FROM "Statement" s JOIN "Article" a ON a.id = s."articleId"
  WHERE s.id = l."statementId" AND s."deletedAt" IS NULL AND a."deletedAt" IS NULL;

CREATE INDEX "Attribution_shownStatus_speakerId_idx" ON "Attribution"("shownStatus", "speakerId");
CREATE INDEX "StatementMention_shownStatus_speakerId_idx" ON "StatementMention"("shownStatus", "speakerId");

-- Null while the statement or its article is in the bin.
CREATE FUNCTION shown_status(statement uuid) RETURNS "ReviewStatus" LANGUAGE sql AS $$
  SELECT s."reviewStatus" FROM "Statement" s JOIN "Article" a ON a.id = s."articleId"
  WHERE s.id = statement AND s."deletedAt" IS NULL AND a."deletedAt" IS NULL
$$;

CREATE FUNCTION take_shown_status() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."shownStatus" := shown_status(NEW."statementId");
  RETURN NEW;
END $$;
CREATE TRIGGER "Attribution_shown" BEFORE INSERT ON "Attribution"
  FOR EACH ROW EXECUTE FUNCTION take_shown_status();
CREATE TRIGGER "StatementMention_shown" BEFORE INSERT ON "StatementMention"
  FOR EACH ROW EXECUTE FUNCTION take_shown_status();

CREATE FUNCTION show_statement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Attribution" SET "shownStatus" = shown_status(NEW.id) WHERE "statementId" = NEW.id;
  UPDATE "StatementMention" SET "shownStatus" = shown_status(NEW.id) WHERE "statementId" = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER "Statement_shown" AFTER UPDATE OF "reviewStatus", "deletedAt" ON "Statement" FOR EACH ROW
  WHEN (OLD."reviewStatus" <> NEW."reviewStatus" OR (OLD."deletedAt" IS NULL) <> (NEW."deletedAt" IS NULL))
  EXECUTE FUNCTION show_statement();

CREATE FUNCTION show_article() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Attribution" l SET "shownStatus" = shown_status(s.id)
    FROM "Statement" s WHERE s."articleId" = NEW.id AND s.id = l."statementId";
  UPDATE "StatementMention" l SET "shownStatus" = shown_status(s.id)
    FROM "Statement" s WHERE s."articleId" = NEW.id AND s.id = l."statementId";
  RETURN NULL;
END $$;
CREATE TRIGGER "Article_shown" AFTER UPDATE OF "deletedAt" ON "Article" FOR EACH ROW
  WHEN ((OLD."deletedAt" IS NULL) <> (NEW."deletedAt" IS NULL))
  EXECUTE FUNCTION show_article();
