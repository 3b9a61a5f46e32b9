-- Letters without their diacritics, as `fold` has them, case kept: what is searched and what it is searched for are both
-- folded so, before any stemming. Most texts are ASCII, and cost nothing.
CREATE FUNCTION search_fold(content text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE WHEN octet_length(content) = char_length(content) THEN content ELSE
    replace(replace(replace(replace(replace(
      translate(
        regexp_replace(normalize(content, NFKD),
          '[\u0300-\u036F\u0483-\u0489\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u064B-\u065F\u0670\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE00-\uFE0F\uFE20-\uFE2F]+',
          '', 'g'),
        'øØðÐłŁıđĐ’‘ʼ', 'oOdDlLidD'''''''),
      'œ', 'oe'), 'æ', 'ae'), 'Æ', 'Ae'), 'ß', 'ss'), 'þ', 'th')
  END;

-- A web search (https://www.postgresql.org/docs/current/textsearch-controls.html) as typed, printed quotation marks taken as typed ones.
CREATE FUNCTION web_query(configuration regconfig, query text) RETURNS tsquery
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN websearch_to_tsquery(configuration, translate(search_fold(query), '“”„«»', '"""""'));

-- Each reading once: the planner takes every one for another condition, and would expect several times as many rows.
CREATE OR REPLACE FUNCTION any_language_query(query text) RETURNS tsquery
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  BEGIN ATOMIC
    SELECT coalesce(string_agg(DISTINCT '(' || reading || ')', ' | '), '')::tsquery
    FROM unnest('{english,german,spanish,french,italian,portuguese,dutch,russian,simple}'::regconfig[]) c,
      LATERAL (SELECT web_query(c, query)::text AS reading) r
    WHERE reading <> '';
  END;

-- A generated column's expression can be changed only from PostgreSQL 17 on: the columns are made anew.
ALTER TABLE "Statement" DROP COLUMN "searchVector";
ALTER TABLE "Statement" ADD COLUMN "searchVector" tsvector
  GENERATED ALWAYS AS (to_tsvector(search_configuration(language), search_fold(text))) STORED;
CREATE INDEX "Statement_searchVector_idx" ON "Statement" USING GIN ("searchVector");

ALTER TABLE "ArticleText" DROP COLUMN "searchVector";
ALTER TABLE "ArticleText" ADD COLUMN "searchVector" tsvector
  GENERATED ALWAYS AS (to_tsvector(search_configuration(language), search_fold("searchText"))) STORED;
CREATE INDEX "ArticleText_searchVector_idx" ON "ArticleText" USING GIN ("searchVector");

-- Titles and names: short, so that their vectors are worth an index and no column.
CREATE FUNCTION title_vector(language text, title text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN setweight(to_tsvector(search_configuration(language), search_fold(title)), 'A');

CREATE FUNCTION name_vector(folded text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN setweight(to_tsvector('pg_catalog.simple'::regconfig, folded), 'A');

CREATE INDEX "Article_title_words" ON "Article" USING GIN (title_vector(language, title));
CREATE INDEX "Speaker_nameFolded_words" ON "Speaker" USING GIN (name_vector("nameFolded"));
CREATE INDEX "Alias_nameFolded_words" ON "Alias" USING GIN (name_vector("nameFolded"));
CREATE INDEX "Topic_nameFolded_words" ON "Topic" USING GIN (name_vector("nameFolded"));
CREATE INDEX "TopicAlias_nameFolded_words" ON "TopicAlias" USING GIN (name_vector("nameFolded"));
