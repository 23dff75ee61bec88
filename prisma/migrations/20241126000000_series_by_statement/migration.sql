-- A load of a million rows asks for its series once a statement instead of once a row (which took most of its time), and
-- a version remembers what its file was declared to be, so that the file can be read again as it was read then.

-- AlterTable
ALTER TABLE "data_version" ADD COLUMN "declared_as" TEXT, ADD COLUMN "declared_unit" TEXT;

-- By hand: what the foreign keys held is held by a trigger on each side.
ALTER TABLE "factor_return" DROP CONSTRAINT "factor_return_factor_code_fkey";
ALTER TABLE "factor_quality" DROP CONSTRAINT "factor_quality_factor_code_fkey";
ALTER TABLE "portfolio_return" DROP CONSTRAINT "portfolio_return_portfolio_code_fkey";

-- The column of the code and the table that knows it are the trigger's arguments.
CREATE FUNCTION "check_opened_series"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    "unknown" TEXT;
BEGIN
    EXECUTE format(
        'SELECT "code" FROM (SELECT DISTINCT %I AS "code" FROM "opened") AS "series"
         WHERE NOT EXISTS (SELECT FROM %I AS "known" WHERE "known"."code" = "series"."code") LIMIT 1',
        TG_ARGV[0], TG_ARGV[1]
    ) INTO "unknown";
    IF "unknown" IS NOT NULL THEN
        RAISE EXCEPTION 'a row of % is of the unknown series %', TG_TABLE_NAME, "unknown" USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER "factor_return_series" AFTER INSERT ON "factor_return"
    REFERENCING NEW TABLE AS "opened" FOR EACH STATEMENT EXECUTE FUNCTION "check_opened_series"('factor_code', 'factor');
CREATE TRIGGER "factor_quality_series" AFTER INSERT ON "factor_quality"
    REFERENCING NEW TABLE AS "opened" FOR EACH STATEMENT EXECUTE FUNCTION "check_opened_series"('factor_code', 'factor');
CREATE TRIGGER "portfolio_return_series" AFTER INSERT ON "portfolio_return"
    REFERENCING NEW TABLE AS "opened" FOR EACH STATEMENT EXECUTE FUNCTION "check_opened_series"('portfolio_code', 'portfolio');

-- A series stays, under its code: its rows may be those of any version.
CREATE TRIGGER "factor_keep" BEFORE DELETE OR TRUNCATE ON "factor"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "portfolio_keep" BEFORE DELETE OR TRUNCATE ON "portfolio"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "factor_code_keep" BEFORE UPDATE ON "factor"
    FOR EACH ROW WHEN (OLD."code" IS DISTINCT FROM NEW."code") EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "portfolio_code_keep" BEFORE UPDATE ON "portfolio"
    FOR EACH ROW WHEN (OLD."code" IS DISTINCT FROM NEW."code") EXECUTE FUNCTION "refuse_change"();
