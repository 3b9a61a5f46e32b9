-- The secret with which the desk's sessions are sealed: one row, which all processes of a service share.
CREATE TABLE "SessionSecret" (
  "id" INTEGER NOT NULL DEFAULT 1,
  "secret" BYTEA NOT NULL,
  CONSTRAINT "SessionSecret_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "SessionSecret_one_check" CHECK ("id" = 1)
);
