-- A search is planned once for all words, because planning it takes longer than running it. PostgreSQL then does not know how
-- rare the words are. So the statement has a branch for rare words and one for common words, and asks which of them to run.

-- All readings of a query as one query: an index finds every text that matches in its own language, and some others. Equal
-- readings appear once, because the planner takes each for another condition and would expect several times as many rows.
CREATE FUNCTION any_reading(readings tsquery[]) RETURNS tsquery
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  BEGIN ATOMIC
    SELECT coalesce(string_agg(DISTINCT '(' || reading::text || ')', ' | '), '')::tsquery
    FROM unnest(readings) reading WHERE numnode(reading) > 0;
  END;

CREATE OR REPLACE FUNCTION any_language_query(query text) RETURNS tsquery
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN any_reading(web_queries(query));

-- Whether so many rows match a query that going through the table in another order finds `wanted` matches sooner than reading
-- all matches. To find one match, it goes through rows / matches rows. The planner estimates the matches by its statistics of
-- words. PostgreSQL allows EXPLAIN in volatile functions only.
CREATE FUNCTION is_common(searched regclass, query tsquery, wanted integer) RETURNS boolean
  LANGUAGE plpgsql VOLATILE STRICT PARALLEL RESTRICTED SET search_path FROM CURRENT AS $$
DECLARE
  plan json;
  matches float8;
BEGIN
  EXECUTE format('EXPLAIN (FORMAT JSON) SELECT FROM %s WHERE "searchVector" @@ %L::tsquery', searched, query) INTO plan;
  matches := plan->0->'Plan'->>'Plan Rows';
  RETURN matches * matches > wanted * (SELECT greatest(reltuples, 0) FROM pg_class WHERE oid = searched);
END $$;
