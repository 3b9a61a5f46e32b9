-- The same rule as before, at a cost that grows with the anchors and not with the places where they stand: substr counts
-- from the beginning of a text, so that the words far down in a long one are taken from a piece of it.
CREATE OR REPLACE FUNCTION anchors_are_true() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
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
      -- By blocks, for the pieces of a whole text would count from its beginning, too.
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
