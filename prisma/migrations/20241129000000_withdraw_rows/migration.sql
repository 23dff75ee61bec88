-- A withdrawal is a data version that takes back what a load did: a row that the load restated has its earlier value
-- again, and a row that it added is closed without a successor. Nothing is erased. An entry of the catalogue that is
-- withdrawn stays in the catalogue's history.

-- AlterEnum
ALTER TYPE "load_kind" ADD VALUE 'withdrawal';

-- AlterTable
ALTER TABLE "data_version" ADD COLUMN "rows_withdrawn" INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN "withdrawn_version" INTEGER,
    ADD COLUMN "reason" TEXT;

-- AlterTable
ALTER TABLE "data_version_series" ADD COLUMN "rows_withdrawn" INTEGER NOT NULL DEFAULT 0;

-- By hand: versions are numbered without gaps and never deleted, so a smaller number is that of an earlier version.
ALTER TABLE "data_version"
    ADD CONSTRAINT "data_version_rows_withdrawn_check" CHECK ("rows_withdrawn" >= 0),
    ADD CONSTRAINT "data_version_withdrawn_version_check" CHECK ("withdrawn_version" >= 1 AND "withdrawn_version" < "id"),
    ADD CONSTRAINT "data_version_reason_check" CHECK ("reason" <> '');
ALTER TABLE "data_version_series"
    ADD CONSTRAINT "data_version_series_rows_withdrawn_check" CHECK ("rows_withdrawn" >= 0);

-- By hand: a series goes only when no version has rows of it. The tables of its rows and their columns are the arguments.
CREATE FUNCTION "keep_series_with_rows"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    "has_rows" BOOLEAN;
BEGIN
    FOR "at" IN 0 .. TG_NARGS / 2 - 1 LOOP
        EXECUTE format('SELECT EXISTS (SELECT FROM %I WHERE %I = $1)', TG_ARGV["at" * 2], TG_ARGV["at" * 2 + 1])
            INTO "has_rows" USING OLD."code";
        IF "has_rows" THEN
            RAISE EXCEPTION 'DELETE of % is refused: the store remembers every row', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
        END IF;
    END LOOP;
    RETURN OLD;
END $$;

DROP TRIGGER "factor_keep" ON "factor";
DROP TRIGGER "portfolio_keep" ON "portfolio";
CREATE TRIGGER "factor_keep" BEFORE TRUNCATE ON "factor"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "portfolio_keep" BEFORE TRUNCATE ON "portfolio"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "factor_rows_keep" BEFORE DELETE ON "factor"
    FOR EACH ROW EXECUTE FUNCTION "keep_series_with_rows"('factor_return', 'factor_code', 'factor_quality', 'factor_code');
CREATE TRIGGER "portfolio_rows_keep" BEFORE DELETE ON "portfolio"
    FOR EACH ROW EXECUTE FUNCTION "keep_series_with_rows"('portfolio_return', 'portfolio_code');

-- By hand: as before, in half of the time. Rows are compared byte by byte instead of as JSON.
CREATE OR REPLACE FUNCTION "check_closed_row"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    "closed" RECORD := OLD;
BEGIN
    "closed"."until_version" := NEW."until_version";
    IF OLD."until_version" <> 2147483647
        OR NEW."until_version" IS DISTINCT FROM (SELECT max("id") FROM "data_version")
        OR NEW *<> "closed"
    THEN
        RAISE EXCEPTION 'a row of % may only be closed, once, by the newest version', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
