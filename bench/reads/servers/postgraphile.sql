-- What PostGraphile needs beside the tables, as its documentation advises: functions for a filter and for a search.

CREATE FUNCTION "Speaker_statementsAbout"(speaker "Speaker", topic uuid) RETURNS SETOF "Statement"
LANGUAGE sql STABLE AS $$
  SELECT t.* FROM "Attribution" b JOIN "Statement" t ON t.id = b."statementId"
  WHERE b."speakerId" = speaker.id
    -- OFFSET 0 makes PostgreSQL look the topic up for each statement: a topic has more statements than a speaker.
    AND EXISTS (SELECT FROM "StatementTopic" l
      WHERE l."statementId" = b."statementId" AND l."topicId" = topic OFFSET 0)
  ORDER BY t."saidSort" DESC, t.id DESC
$$;

CREATE TYPE "StatementHit" AS (score float8, marked text, "statementId" uuid);
COMMENT ON TYPE "StatementHit" IS E'@foreignKey ("statementId") references "Statement" ("id")';

CREATE FUNCTION "searchStatements"(query text, most integer) RETURNS SETOF "StatementHit"
LANGUAGE sql STABLE AS $$
  WITH m AS MATERIALIZED (
    SELECT t.id FROM "Statement" t WHERE t."searchVector" @@ web_query('english', query)
    ORDER BY t."saidSort" DESC, t.id DESC LIMIT 1001),
  best AS MATERIALIZED (
    SELECT m.id, round(ts_rank_cd(t."searchVector", web_query('english', query), 1 | 32)::numeric, 6)::float8 AS score
    FROM m JOIN "Statement" t ON t.id = m.id ORDER BY score DESC, m.id DESC LIMIT most)
  SELECT best.score, ts_headline('english', t.text, web_query('english', query),
    E'HighlightAll=true, StartSel=\x02, StopSel=\x03'), t.id
  FROM best JOIN "Statement" t ON t.id = best.id ORDER BY best.score DESC, best.id DESC
$$;
