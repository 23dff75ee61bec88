-- The catalogue says which factors and portfolios have a line of their own after the key points of the report.

-- AlterTable
ALTER TABLE "factor" ADD COLUMN "own_key_point" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "portfolio" ADD COLUMN "own_key_point" BOOLEAN NOT NULL DEFAULT false;

-- No series has one in any version so far: the catalogue's history says so, and is equal to its tables.
ALTER TABLE "catalogue_entry" DISABLE TRIGGER USER;
UPDATE "catalogue_entry"
SET "entry" = "entry" || '{"own_key_point": false}'
WHERE "kind" IN ('factor', 'portfolio');
ALTER TABLE "catalogue_entry" ENABLE TRIGGER USER;
