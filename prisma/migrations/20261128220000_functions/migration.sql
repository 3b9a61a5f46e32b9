-- Functions of texts, names and searches that read no table. Generated columns, indexes and checks of the tables use them,
-- so they come first.

-- Trigrams find a name by a part of it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Places U+FFFF after every character outside the BMP, so that one character here is one UTF-16 code unit: `substr` then
-- counts as JavaScript does, and a slice through a surrogate pair can equal no real text.
CREATE FUNCTION utf16_units(content text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN regexp_replace(content, '([\U00010000-\U0010FFFF])', '\1' || chr(65535), 'g');

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

-- All configurations that `search_configuration` gives.
CREATE FUNCTION search_configurations() RETURNS regconfig[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN '{english,german,spanish,french,italian,portuguese,dutch,russian,simple}'::regconfig[];

-- How texts and queries are normalised. The same functions prepare what is searched and what it is searched for.

-- Replaces marks and signs beyond ASCII by spaces. In a database whose LC_CTYPE is C, PostgreSQL takes them for letters, and
-- a search would not find a word that stands beside a printed quotation mark.
CREATE FUNCTION search_space(content text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN regexp_replace(content, '[\u00A1-\u00A9\u00AB-\u00B4\u00B6-\u00B9\u00BB-\u00BF\u00D7\u00F7\u05BE\u05C0\u05C3\u05C6\u05F3\u05F4\u060C\u061B\u061F\u066A-\u066D\u06D4\u2000-\u206F\u20A0-\u20CF\u2190-\u2BFF\u2E00-\u2E7F\u3001-\u3003\u3008-\u3011\u3014-\u301F\u3030\U0001F000-\U0001FAFF]+', ' ', 'g');

-- Removes the diacritics of letters as the server's `fold` does, but keeps their case. Most texts are ASCII, which the
-- first comparison tells without reading them letter by letter.
CREATE FUNCTION search_fold(content text) RETURNS text
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

-- Composes each letter and its accent into one character, as stemmers expect them. Printed apostrophes become typed ones
-- before stemming: `search_fold` is applied to the stems as SQL text afterwards, and there a new apostrophe would end a word.
CREATE FUNCTION search_compose(content text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN search_space(
    translate(regexp_replace(normalize(content, NFKC), '[\u0300-\u036F\u0483-\u0489]+', '', 'g'), '’‘ʼ', ''''''''));

-- Replaces printed quotation marks by typed ones.
CREATE FUNCTION typed_query(query text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN translate(query, '“”„«»’‘ʼ', '"""""''''''');

-- Tells whether a text has letters beyond ASCII in a language whose stemmer reads the accents of endings. Such a stemmer
-- brings "negociación" and "negociaciones" to one stem, but not "negociacion". These texts are indexed by the stems of both
-- spellings, all without diacritics, so that a word is found by its other forms and however it is typed.
CREATE FUNCTION stems_accents(configuration regconfig, content text) RETURNS boolean
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN octet_length(content) <> char_length(content) AND configuration IN ('pg_catalog.spanish'::regconfig,
    'pg_catalog.french'::regconfig, 'pg_catalog.italian'::regconfig, 'pg_catalog.portuguese'::regconfig,
    'pg_catalog.russian'::regconfig);

-- What is searched: tsvectors of texts, titles and names.

CREATE FUNCTION whole_search_vector(configuration regconfig, content text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE WHEN stems_accents(configuration, content)
    THEN (to_tsvector(configuration, search_fold(content))::text || ' '
      || search_fold(to_tsvector(configuration, search_compose(content))::text))::tsvector
    ELSE to_tsvector(configuration, search_fold(content)) END;

-- A tsvector holds at most 1 MB. When the words of a text need more, only a beginning of the text that fits is indexed.
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

-- The words of a short text always fit, and the function without an exception block costs less.
CREATE FUNCTION search_vector(configuration regconfig, content text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE WHEN octet_length(content) < 100000 THEN whole_search_vector(configuration, content)
    ELSE beginning_search_vector(configuration, content) END;

CREATE FUNCTION title_vector(language text, title text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN setweight(search_vector(search_configuration(language), title), 'A');

CREATE FUNCTION name_vector(folded text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN setweight(to_tsvector('pg_catalog.simple'::regconfig, folded), 'A');

-- What it is searched for: tsqueries in the syntax of web searches,
-- https://www.postgresql.org/docs/current/textsearch-controls.html#TEXTSEARCH-PARSING-QUERIES

-- Looks for each word or phrase in both spellings (see `stems_accents`), and leaves an excluded one out in both.
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
    -- A word may be a stop word only with its accent, such as "même".
    IF numnode(stemmed) > 0 THEN
      reading := reading || operator || replace(part[1], '-', '!')
        || '(' || (CASE WHEN folded = stemmed THEN stemmed ELSE folded || stemmed END)::text || ')';
      operator := ' & ';
    END IF;
  END LOOP;
  RETURN reading::tsquery;
END $$;

-- A query read in one language.
CREATE FUNCTION web_query(configuration regconfig, query text) RETURNS tsquery
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE WHEN stems_accents(configuration, query)
    THEN accented_query(configuration, typed_query(query))
    ELSE websearch_to_tsquery(configuration, search_fold(typed_query(query))) END;

-- A query read in each language, in the order of `search_configurations`. A search calls this once and not for each row.
-- Most queries are ASCII and need neither folding nor a second spelling.
CREATE FUNCTION web_queries(query text) RETURNS tsquery[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE WHEN octet_length(typed_query(query)) = char_length(query)
    THEN ARRAY(SELECT websearch_to_tsquery(c, typed_query(query))
      FROM unnest(search_configurations()) WITH ORDINALITY u(c, place) ORDER BY place)
    ELSE ARRAY(SELECT web_query(c, query) FROM unnest(search_configurations()) WITH ORDINALITY u(c, place) ORDER BY place) END;

-- All readings of a query as one query: an index finds every text that matches in its own language, and some others. Equal
-- readings appear once, because the planner takes each for another condition and would expect several times as many rows.
CREATE FUNCTION any_language_query(query text) RETURNS tsquery
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  BEGIN ATOMIC
    SELECT coalesce(string_agg(DISTINCT '(' || reading::text || ')', ' | '), '')::tsquery
    FROM unnest(web_queries(query)) reading WHERE numnode(reading) > 0;
  END;
