-- Triggers with their functions, by what they keep true.

-- A captured text never changes. What search sees of it, and its language, may be determined anew.
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

-- An article has a text when its transaction ends. It cannot have one when its row is inserted, for the text refers to it.
CREATE FUNCTION article_has_text() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF EXISTS (SELECT FROM "Article" WHERE id = NEW.id AND "currentTextId" IS NULL) THEN
    RAISE EXCEPTION 'an article needs a text (Article %)', NEW.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER "Article_has_text" AFTER INSERT OR UPDATE ON "Article"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION article_has_text();

-- The words of an anchor stand at its place, in a text of the statement's own article. The trigger runs once per SQL
-- statement, so that it expands a text once for all of its anchors. `substr` counts from the beginning of its text, so the
-- text is cut into pieces first: the cost grows with the anchors, and not with how far down they stand.
CREATE FUNCTION anchors_are_true() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  size CONSTANT int := 4096;
  per_block CONSTANT int := 64;
  anchor record;
  read uuid;
  units text;
  block text;
  pieces text[];
  around text;
  origin int;
BEGIN
  FOR anchor IN
    SELECT w.id, w."textId", w.start, w."end", s."articleId" = t."articleId" AS of_article,
      utf16_units(w.exact) AS words, utf16_units(w.prefix) AS before, utf16_units(w.suffix) AS after
    FROM written w JOIN "ArticleText" t ON t.id = w."textId" JOIN "Statement" s ON s.id = w."statementId"
    ORDER BY w."textId"
  LOOP
    IF read IS DISTINCT FROM anchor."textId" THEN
      read := anchor."textId";
      units := (SELECT utf16_units(t.content) FROM "ArticleText" t WHERE t.id = read);
      pieces := '{}';
      -- Pieces are cut from blocks, because cutting them from the whole text would count from its beginning, too.
      FOR b IN 0 .. char_length(units) / (size * per_block) LOOP
        block := substr(units, b * size * per_block + 1, size * per_block);
        FOR n IN 0 .. (char_length(block) - 1) / size LOOP
          pieces := array_append(pieces, substr(block, n * size + 1, size));
        END LOOP;
      END LOOP;
    END IF;
    origin := greatest(anchor.start - char_length(anchor.before), 0) / size;
    around := '';
    FOR n IN origin .. least((anchor."end" + char_length(anchor.after)) / size, cardinality(pieces) - 1) LOOP
      around := around || pieces[n + 1];
    END LOOP;
    origin := origin * size;
    IF NOT anchor.of_article
      OR substr(around, anchor.start - origin + 1, anchor."end" - anchor.start) <> anchor.words
      OR char_length(anchor.before) > anchor.start
      OR substr(around, anchor.start - origin + 1 - char_length(anchor.before), char_length(anchor.before)) <> anchor.before
      OR substr(around, anchor."end" - origin + 1, char_length(anchor.after)) <> anchor.after
    THEN
      RAISE EXCEPTION 'the words of an anchor are not at its place (Anchor %)', anchor.id USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  END LOOP;
  RETURN NULL;
END $$;

CREATE TRIGGER "Anchor_true_on_insert" AFTER INSERT ON "Anchor"
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION anchors_are_true();
CREATE TRIGGER "Anchor_true_on_update" AFTER UPDATE ON "Anchor"
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION anchors_are_true();

-- The order of `Change.sequence` is the order of commits: a reader that has seen a sequence number has seen all smaller
-- ones. For that, writers take turns from their first entry to their commit; entries are the last thing that a transaction
-- writes.
CREATE FUNCTION changes_are_ordered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(4771983321);
  RETURN NULL;
END $$;

CREATE TRIGGER "Change_ordered" BEFORE INSERT ON "Change"
  FOR EACH STATEMENT EXECUTE FUNCTION changes_are_ordered();

-- `shownStatus` of attributions and mentions repeats the review status of their statement, and is null while the statement
-- or its article is in the bin. Whether a speaker speaks or is mentioned in public is asked whenever a speaker is read;
-- with the column, neither the statement nor its article is read for it.
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
