-- Fails for a place in the log after which entries are missing, or which the log has not reached. Whoever was told of the
-- place when the same entries were missing already, as when reading from the front, misses none.
CREATE FUNCTION log_reaches(place bigint, horizon bigint) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF greatest(place, horizon) < (SELECT h.sequence FROM "ChangeHorizon" h) THEN
    RAISE EXCEPTION 'entries of the log after % were removed', place USING ERRCODE = 'OR001';
  END IF;
  IF place > (SELECT coalesce(max(c.sequence), 0) FROM "Change" c) THEN
    RAISE EXCEPTION 'the log has not reached %', place USING ERRCODE = 'OR002';
  END IF;
  RETURN TRUE;
END $$;

DROP FUNCTION log_reaches(bigint);
