-- A search for a phrase, "to be or not to be", finds exactly its words. PostgreSQL's configurations leave words such as "to"
-- and "not" out of the index, so texts are now indexed by configurations that keep them. A word outside of a phrase is
-- still read by PostgreSQL's configuration, which leaves it out of the search when it is such a word.

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY '{english,german,spanish,french,italian,portuguese,dutch,russian}'::text[] LOOP
    EXECUTE format('CREATE TEXT SEARCH DICTIONARY %I (TEMPLATE = pg_catalog.snowball, LANGUAGE = %I)', name || '_every_stem', name);
    EXECUTE format('CREATE TEXT SEARCH CONFIGURATION %I (COPY = pg_catalog.%I)', name || '_every_word', name);
    EXECUTE format('ALTER TEXT SEARCH CONFIGURATION %I ALTER MAPPING REPLACE pg_catalog.%I WITH %I',
      name || '_every_word', name || '_stem', name || '_every_stem');
  END LOOP;
END $$;

-- The configuration that stems as the given one does, and leaves no word out.
CREATE FUNCTION every_word(configuration regconfig) RETURNS regconfig
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE configuration
    WHEN 'pg_catalog.english'::regconfig THEN 'english_every_word'::regconfig
    WHEN 'pg_catalog.german'::regconfig THEN 'german_every_word'::regconfig
    WHEN 'pg_catalog.spanish'::regconfig THEN 'spanish_every_word'::regconfig
    WHEN 'pg_catalog.french'::regconfig THEN 'french_every_word'::regconfig
    WHEN 'pg_catalog.italian'::regconfig THEN 'italian_every_word'::regconfig
    WHEN 'pg_catalog.portuguese'::regconfig THEN 'portuguese_every_word'::regconfig
    WHEN 'pg_catalog.dutch'::regconfig THEN 'dutch_every_word'::regconfig
    WHEN 'pg_catalog.russian'::regconfig THEN 'russian_every_word'::regconfig
    ELSE configuration
  END;

CREATE OR REPLACE FUNCTION whole_search_vector(configuration regconfig, content text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE WHEN stems_accents(configuration, content)
    THEN (to_tsvector(every_word(configuration), search_fold(content))::text || ' '
      || search_fold(to_tsvector(every_word(configuration), search_compose(content))::text))::tsvector
    ELSE to_tsvector(every_word(configuration), search_fold(content)) END;

-- Reads a query word by word and phrase by phrase. A phrase keeps all its words. Where accents matter (see `stems_accents`),
-- each word or phrase is looked for in both spellings, and an excluded one is left out in both.
CREATE FUNCTION query_of_parts(configuration regconfig, query text) RETURNS tsquery
  LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path FROM CURRENT AS $$
DECLARE
  part text[];
  reader regconfig;
  folded tsquery;
  stemmed tsquery;
  operator text := '';
  reading text := '';
BEGIN
  FOR part IN SELECT regexp_matches(query, '(-?)("[^"]*"?|[^\s"]+)', 'g') LOOP
    IF part[1] = '' AND lower(part[2]) = 'or' AND reading <> '' THEN
      operator := ' | ';
      CONTINUE;
    END IF;
    -- A single word between marks is read as a word outside of them.
    reader := CASE WHEN part[2] ~ '^"\s*[^\s"]+[\s/-]+[^\s"]' THEN every_word(configuration) ELSE configuration END;
    folded := websearch_to_tsquery(reader, search_fold(part[2]));
    stemmed := CASE WHEN stems_accents(configuration, query)
      THEN search_fold(websearch_to_tsquery(reader, search_compose(part[2]))::text)::tsquery ELSE folded END;
    -- A word may be a stop word only with its accent, such as "même".
    IF numnode(stemmed) > 0 THEN
      reading := reading || operator || replace(part[1], '-', '!')
        || '(' || (CASE WHEN folded = stemmed THEN stemmed ELSE folded || stemmed END)::text || ')';
      operator := ' & ';
    END IF;
  END LOOP;
  RETURN reading::tsquery;
END $$;

CREATE OR REPLACE FUNCTION web_query(configuration regconfig, query text) RETURNS tsquery
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE WHEN stems_accents(configuration, query) OR strpos(typed_query(query), '"') > 0
    THEN query_of_parts(configuration, typed_query(query))
    ELSE websearch_to_tsquery(configuration, search_fold(typed_query(query))) END;

DROP FUNCTION accented_query(regconfig, text);

-- A query of ASCII without a phrase needs neither folding nor a second spelling.
CREATE OR REPLACE FUNCTION web_queries(query text) RETURNS tsquery[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE WHEN octet_length(typed_query(query)) = char_length(query) AND strpos(typed_query(query), '"') = 0
    THEN ARRAY(SELECT websearch_to_tsquery(c, typed_query(query))
      FROM unnest(search_configurations()) WITH ORDINALITY u(c, place) ORDER BY place)
    ELSE ARRAY(SELECT web_query(c, query) FROM unnest(search_configurations()) WITH ORDINALITY u(c, place) ORDER BY place) END;

-- Computes the index of each text anew.

ALTER TABLE "Article" DROP COLUMN "searchVector",
  ADD COLUMN "searchVector" tsvector GENERATED ALWAYS AS (title_vector(language, title)) STORED;
CREATE INDEX "Article_searchVector_idx" ON "Article" USING GIN ("searchVector");

ALTER TABLE "ArticleText" DROP COLUMN "searchVector",
  ADD COLUMN "searchVector" tsvector GENERATED ALWAYS AS (search_vector(search_configuration(language), "searchText")) STORED;
CREATE INDEX "ArticleText_searchVector_idx" ON "ArticleText" USING GIN ("searchVector");

ALTER TABLE "Statement" DROP COLUMN "searchVector",
  ADD COLUMN "searchVector" tsvector GENERATED ALWAYS AS (search_vector(search_configuration(language), text)) STORED;
CREATE INDEX "Statement_searchVector_idx" ON "Statement" USING GIN ("searchVector");
CREATE INDEX "Statement_public_words" ON "Statement" USING GIN ("searchVector")
  WHERE "reviewStatus" IN ('VERIFIED', 'RETRACTED') AND "deletedAt" IS NULL;
