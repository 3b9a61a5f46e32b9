-- Marks and signs beyond ASCII as spaces: in a database whose LC_CTYPE is C, PostgreSQL takes them for letters, and no word
-- was found that stands beside a printed quotation mark.
CREATE FUNCTION search_space(content text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN regexp_replace(content, '[\u00A1-\u00A9\u00AB-\u00B4\u00B6-\u00B9\u00BB-\u00BF\u00D7\u00F7\u05BE\u05C0\u05C3\u05C6\u05F3\u05F4\u060C\u061B\u061F\u066A-\u066D\u06D4\u2000-\u206F\u20A0-\u20CF\u2190-\u2BFF\u2E00-\u2E7F\u3001-\u3003\u3008-\u3011\u3014-\u301F\u3030\U0001F000-\U0001FAFF]+', ' ', 'g');

-- As before, without these.
CREATE OR REPLACE FUNCTION search_fold(content text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE WHEN octet_length(content) = char_length(content) THEN content ELSE
    search_space(replace(replace(replace(replace(replace(
      translate(
        regexp_replace(normalize(content, NFKD),
          '[\u0300-\u036F\u0483-\u0489\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u064B-\u065F\u0670\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE00-\uFE0F\uFE20-\uFE2F]+',
          '', 'g'),
        'øØðÐłŁıđĐ’‘ʼ', 'oOdDlLidD'''''''),
      'œ', 'oe'), 'æ', 'ae'), 'Æ', 'Ae'), 'ß', 'ss'), 'þ', 'th'))
  END;

-- Some stemmers read the accents of endings: they bring "negociación" and "negociaciones" to one stem, but not
-- "negociacion". Texts of their languages are searched by the stems of both spellings, all without diacritics: so a word is
-- found by its other forms, and however it is typed.
CREATE FUNCTION stems_accents(configuration regconfig, content text) RETURNS boolean
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN octet_length(content) <> char_length(content) AND configuration IN ('pg_catalog.spanish'::regconfig,
    'pg_catalog.french'::regconfig, 'pg_catalog.italian'::regconfig, 'pg_catalog.portuguese'::regconfig,
    'pg_catalog.russian'::regconfig);

-- Letters as stemmers know them, each in one piece with its accent, and nothing that `search_fold` makes a quotation mark of:
-- it folds the text of the stems afterwards.
CREATE FUNCTION search_compose(content text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN search_space(
    translate(regexp_replace(normalize(content, NFKC), '[\u0300-\u036F\u0483-\u0489]+', '', 'g'), '’‘ʼ', ''''''''));

CREATE FUNCTION whole_search_vector(configuration regconfig, content text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE WHEN stems_accents(configuration, content)
    THEN (to_tsvector(configuration, search_fold(content))::text || ' '
      || search_fold(to_tsvector(configuration, search_compose(content))::text))::tsvector
    ELSE to_tsvector(configuration, search_fold(content)) END;

-- A tsvector holds 1 MB. Of a text with more different words than that, a beginning that fits is searched.
CREATE FUNCTION beginning_search_vector(configuration regconfig, content text) RETURNS tsvector
  LANGUAGE plpgsql IMMUTABLE STRICT SET search_path FROM CURRENT AS $$
DECLARE
  characters int := char_length(content);
BEGIN
  LOOP
    BEGIN
      RETURN whole_search_vector(configuration, left(content, characters));
    EXCEPTION WHEN program_limit_exceeded THEN
      characters := characters * 2 / 3;
    END;
  END LOOP;
END $$;

-- No short text has so many.
CREATE FUNCTION search_vector(configuration regconfig, content text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE WHEN octet_length(content) < 100000 THEN whole_search_vector(configuration, content)
    ELSE beginning_search_vector(configuration, content) END;

-- A web search of which each word or phrase is looked for in both spellings, and left out in both.
CREATE FUNCTION accented_query(configuration regconfig, query text) RETURNS tsquery
  LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path FROM CURRENT AS $$
DECLARE
  part text[];
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
    folded := websearch_to_tsquery(configuration, search_fold(part[2]));
    stemmed := search_fold(websearch_to_tsquery(configuration, search_compose(part[2]))::text)::tsquery;
    -- A stop word may only be one with its accent: "même".
    IF numnode(stemmed) > 0 THEN
      reading := reading || operator || replace(part[1], '-', '!')
        || '(' || (CASE WHEN folded = stemmed THEN stemmed ELSE folded || stemmed END)::text || ')';
      operator := ' & ';
    END IF;
  END LOOP;
  RETURN reading::tsquery;
END $$;

-- Printed marks as typed ones.
CREATE FUNCTION typed_query(query text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN translate(query, '“”„«»’‘ʼ', '"""""''''''');

CREATE OR REPLACE FUNCTION web_query(configuration regconfig, query text) RETURNS tsquery
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE WHEN stems_accents(configuration, query)
    THEN accented_query(configuration, typed_query(query))
    ELSE websearch_to_tsquery(configuration, search_fold(typed_query(query))) END;

-- All that `search_configuration` gives.
CREATE FUNCTION search_configurations() RETURNS regconfig[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN '{english,german,spanish,french,italian,portuguese,dutch,russian,simple}'::regconfig[];

-- A search as each of them reads it, in their order: read once, and not for each row. Most are ASCII, and cost little.
CREATE FUNCTION web_queries(query text) RETURNS tsquery[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE WHEN octet_length(typed_query(query)) = char_length(query)
    THEN ARRAY(SELECT websearch_to_tsquery(c, typed_query(query))
      FROM unnest(search_configurations()) WITH ORDINALITY u(c, place) ORDER BY place)
    ELSE ARRAY(SELECT web_query(c, query) FROM unnest(search_configurations()) WITH ORDINALITY u(c, place) ORDER BY place) END;

CREATE OR REPLACE FUNCTION any_language_query(query text) RETURNS tsquery
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  BEGIN ATOMIC
    SELECT coalesce(string_agg(DISTINCT '(' || reading::text || ')', ' | '), '')::tsquery
    FROM unnest(web_queries(query)) reading WHERE numnode(reading) > 0;
  END;

CREATE OR REPLACE FUNCTION title_vector(language text, title text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN setweight(search_vector(search_configuration(language), title), 'A');

-- The columns are made anew, with what is indexed of them.
DROP INDEX "Statement_public_words";
ALTER TABLE "Statement" DROP COLUMN "searchVector";
ALTER TABLE "Statement" ADD COLUMN "searchVector" tsvector
  GENERATED ALWAYS AS (search_vector(search_configuration(language), text)) STORED;
CREATE INDEX "Statement_searchVector_idx" ON "Statement" USING GIN ("searchVector");
CREATE INDEX "Statement_public_words" ON "Statement" USING GIN ("searchVector")
  WHERE "reviewStatus" IN ('VERIFIED', 'RETRACTED') AND "deletedAt" IS NULL;

ALTER TABLE "ArticleText" DROP COLUMN "searchVector";
ALTER TABLE "ArticleText" ADD COLUMN "searchVector" tsvector
  GENERATED ALWAYS AS (search_vector(search_configuration(language), "searchText")) STORED;
CREATE INDEX "ArticleText_searchVector_idx" ON "ArticleText" USING GIN ("searchVector");

ALTER TABLE "Article" DROP COLUMN "searchVector";
ALTER TABLE "Article" ADD COLUMN "searchVector" tsvector GENERATED ALWAYS AS (title_vector(language, title)) STORED;
CREATE INDEX "Article_searchVector_idx" ON "Article" USING GIN ("searchVector");
