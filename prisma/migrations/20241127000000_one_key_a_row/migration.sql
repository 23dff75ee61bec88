-- One key holds what two held: a row that is still true has 2147483647, the greatest integer, for the version until which
-- it is, and with that column in the primary key there is at most one such row a series and date. A load of a million
-- rows keeps one index and not two. The period of a row's validity keeps `since_version` from coming twice: a second row
-- of the same version would need the first to be closed by the version that opened it.
-- "By hand" is what Prisma cannot express, as in the migrations before.

-- DropIndex
DROP INDEX "catalogue_entry_current_key";
DROP INDEX "factor_quality_current_key";
DROP INDEX "factor_return_current_key";
DROP INDEX "portfolio_return_current_key";

-- AlterTable
ALTER TABLE "catalogue_entry" DROP CONSTRAINT "catalogue_entry_pkey",
    ALTER COLUMN "until_version" TYPE INTEGER USING coalesce("until_version", 2147483647),
    ALTER COLUMN "until_version" SET NOT NULL,
    ALTER COLUMN "until_version" SET DEFAULT 2147483647,
    ADD CONSTRAINT "catalogue_entry_pkey" PRIMARY KEY ("kind", "key", "until_version");

ALTER TABLE "factor_quality" DROP CONSTRAINT "factor_quality_pkey",
    ALTER COLUMN "until_version" TYPE INTEGER USING coalesce("until_version", 2147483647),
    ALTER COLUMN "until_version" SET NOT NULL,
    ALTER COLUMN "until_version" SET DEFAULT 2147483647,
    ADD CONSTRAINT "factor_quality_pkey" PRIMARY KEY ("factor_code", "date", "until_version");

-- By hand: the values stand in the key of the daily returns, as before.
ALTER TABLE "factor_return" DROP CONSTRAINT "factor_return_pkey",
    ALTER COLUMN "until_version" TYPE INTEGER USING coalesce("until_version", 2147483647),
    ALTER COLUMN "until_version" SET NOT NULL,
    ALTER COLUMN "until_version" SET DEFAULT 2147483647,
    ADD CONSTRAINT "factor_return_pkey" PRIMARY KEY ("factor_code", "date", "until_version")
        INCLUDE ("since_version", "long_return", "short_return", "benchmark_return");

ALTER TABLE "portfolio_return" DROP CONSTRAINT "portfolio_return_pkey",
    ALTER COLUMN "until_version" TYPE INTEGER USING coalesce("until_version", 2147483647),
    ALTER COLUMN "until_version" SET NOT NULL,
    ALTER COLUMN "until_version" SET DEFAULT 2147483647,
    ADD CONSTRAINT "portfolio_return_pkey" PRIMARY KEY ("portfolio_code", "date", "until_version")
        INCLUDE ("since_version", "portfolio_return", "benchmark_return");

-- AlterTable
ALTER TABLE "source_file" ADD COLUMN "encoding" TEXT;

-- By hand: a file is packed before it comes here, so that PostgreSQL does not try to.
ALTER TABLE "source_file" ADD CONSTRAINT "source_file_encoding_check" CHECK ("encoding" = 'gzip'),
    ALTER COLUMN "content" SET STORAGE EXTERNAL;

CREATE OR REPLACE FUNCTION "check_opened_rows"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM "opened"
        WHERE "until_version" <> 2147483647 OR "since_version" <> (SELECT max("id") FROM "data_version")
    ) THEN
        RAISE EXCEPTION 'a row of % is opened since the newest version and without an end', TG_TABLE_NAME USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION "check_closed_row"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD."until_version" <> 2147483647
        OR NEW."until_version" IS DISTINCT FROM (SELECT max("id") FROM "data_version")
        OR to_jsonb(NEW) - 'until_version' <> to_jsonb(OLD) - 'until_version'
    THEN
        RAISE EXCEPTION 'a row of % may only be closed, once, by the newest version', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

-- Daily rows are looked at once a statement, series by series: what two triggers did, each over all rows.
DROP TRIGGER "factor_return_open" ON "factor_return";
DROP TRIGGER "factor_return_series" ON "factor_return";
DROP TRIGGER "factor_quality_open" ON "factor_quality";
DROP TRIGGER "factor_quality_series" ON "factor_quality";
DROP TRIGGER "portfolio_return_open" ON "portfolio_return";
DROP TRIGGER "portfolio_return_series" ON "portfolio_return";
DROP FUNCTION "check_opened_series";

-- The column of the code and the table that knows it are the trigger's arguments.
CREATE FUNCTION "check_opened_series"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    "astray" RECORD;
BEGIN
    EXECUTE format(
        'SELECT "code", "is_known" FROM (
             SELECT %1$I AS "code", EXISTS (SELECT FROM %2$I AS "known" WHERE "known"."code" = %1$I) AS "is_known", "is_open"
             FROM (
                 SELECT %1$I, bool_and("until_version" = 2147483647 AND "since_version" = $1) AS "is_open"
                 FROM "opened" GROUP BY 1
             ) AS "series"
         ) AS "checked"
         WHERE NOT "is_known" OR NOT "is_open" LIMIT 1',
        TG_ARGV[0], TG_ARGV[1]
    ) INTO "astray" USING (SELECT max("id") FROM "data_version");
    IF NOT "astray"."is_known" THEN
        RAISE EXCEPTION 'a row of % is of the unknown series %', TG_TABLE_NAME, "astray"."code" USING ERRCODE = 'foreign_key_violation';
    ELSIF "astray"."is_known" THEN
        RAISE EXCEPTION 'a row of % is opened since the newest version and without an end', TG_TABLE_NAME USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER "factor_return_open" AFTER INSERT ON "factor_return"
    REFERENCING NEW TABLE AS "opened" FOR EACH STATEMENT EXECUTE FUNCTION "check_opened_series"('factor_code', 'factor');
CREATE TRIGGER "factor_quality_open" AFTER INSERT ON "factor_quality"
    REFERENCING NEW TABLE AS "opened" FOR EACH STATEMENT EXECUTE FUNCTION "check_opened_series"('factor_code', 'factor');
CREATE TRIGGER "portfolio_return_open" AFTER INSERT ON "portfolio_return"
    REFERENCING NEW TABLE AS "opened" FOR EACH STATEMENT EXECUTE FUNCTION "check_opened_series"('portfolio_code', 'portfolio');
