-- Notes and claims are told in the log of changes, to the team.
ALTER TYPE "EntityType" ADD VALUE 'STATEMENT_NOTE';
ALTER TYPE "EntityType" ADD VALUE 'ARTICLE_CLAIM';
