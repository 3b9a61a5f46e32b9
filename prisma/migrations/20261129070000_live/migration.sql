-- The log of changes is served: every entry has an id, and says who could see its object before and after.
CREATE TABLE "ChangeHorizon" (
  "id" INTEGER NOT NULL DEFAULT 1,
  "sequence" BIGINT NOT NULL DEFAULT 0,
  CONSTRAINT "ChangeHorizon_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "ChangeHorizon_one_check" CHECK (id = 1)
);
INSERT INTO "ChangeHorizon" DEFAULT VALUES;

ALTER TABLE "Change"
  ADD COLUMN "id" UUID,
  ADD COLUMN "shownBefore" "ReviewStatus",
  ADD COLUMN "shownAfter" "ReviewStatus";

-- Whether an object is shown: as the columns of "Change" say.
CREATE FUNCTION shown_now(type "EntityType", id uuid) RETURNS "ReviewStatus" LANGUAGE sql STABLE AS $$
  SELECT CASE type
    WHEN 'STATEMENT' THEN shown_status(id)
    WHEN 'ARTICLE' THEN (SELECT 'VERIFIED'::"ReviewStatus" FROM "Article" a WHERE a.id = $2 AND a."deletedAt" IS NULL)
    ELSE 'VERIFIED'
  END
$$;

-- Of entries from before, only what is shown now is known.
UPDATE "Change" SET id = gen_random_uuid(), "shownAfter" = shown_now(type, "entityId"),
  "shownBefore" = CASE WHEN kind <> 'CREATED' THEN shown_now(type, "entityId") END;

ALTER TABLE "Change" DROP CONSTRAINT "Change_pkey";
ALTER TABLE "Change" ALTER COLUMN "id" SET NOT NULL;
ALTER TABLE "Change" ADD CONSTRAINT "Change_pkey" PRIMARY KEY ("id");
CREATE INDEX "Change_sequence_id_idx" ON "Change"("sequence", "id");

CREATE FUNCTION take_shown_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."shownAfter" := shown_now(NEW.type, NEW."entityId");
  NEW."shownBefore" := CASE WHEN NEW.kind <> 'CREATED' THEN (
    SELECT c."shownAfter" FROM "Change" c WHERE c.type = NEW.type AND c."entityId" = NEW."entityId"
    ORDER BY c.sequence DESC LIMIT 1) END;
  RETURN NEW;
END $$;

CREATE TRIGGER "Change_shown" BEFORE INSERT ON "Change" FOR EACH ROW EXECUTE FUNCTION take_shown_change();

-- Whoever listens is told that the log goes on. Equal notifications of one transaction are one.
CREATE FUNCTION tell_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NOTIFY onrecord_changes;
  RETURN NULL;
END $$;

CREATE TRIGGER "Change_told" AFTER INSERT ON "Change" FOR EACH STATEMENT EXECUTE FUNCTION tell_changes();

-- Fails for a place in the log after which entries are missing, or which the log has not reached.
CREATE FUNCTION log_reaches(place bigint) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF place < (SELECT h.sequence FROM "ChangeHorizon" h) THEN
    RAISE EXCEPTION 'entries of the log after % were removed', place USING ERRCODE = 'OR001';
  END IF;
  IF place > (SELECT coalesce(max(c.sequence), 0) FROM "Change" c) THEN
    RAISE EXCEPTION 'the log has not reached %', place USING ERRCODE = 'OR002';
  END IF;
  RETURN TRUE;
END $$;
