-- A rename gives a series another code, in every version: its rows stay what they are under one identity. The old code
-- is an entry of the catalogue (kind alias) since that version, so that old addresses lead to the series.

-- AlterEnum
ALTER TYPE "load_kind" ADD VALUE 'rename';

-- By hand: what Prisma cannot express.
ALTER TABLE "catalogue_entry" DROP CONSTRAINT "catalogue_entry_kind_check",
    ADD CONSTRAINT "catalogue_entry_kind_check"
        CHECK ("kind" IN ('market', 'family', 'factor', 'portfolio', 'report_issue', 'closure', 'alias'));

-- Returns a row with another code in the columns that hold codes of series, and in its entry of the catalogue.
CREATE FUNCTION "renamed_row"("row" JSONB, "old" TEXT, "new" TEXT) RETURNS JSONB LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN (
        SELECT jsonb_object_agg("name", CASE
            WHEN "name" IN ('code', 'key', 'factor_code', 'portfolio_code', 'alpha_factor_code') AND "value" = to_jsonb("old")
                THEN to_jsonb("new")
            WHEN "name" = 'entry' THEN "renamed_row"("value", "old", "new")
            ELSE "value"
        END)
        FROM jsonb_each("row") AS "field" ("name", "value")
    );
END $$;

-- Whether a change of a row is the rename of this transaction, which sets factor_weekly.rename to "old new", and nothing
-- else. Codes have no spaces.
CREATE FUNCTION "is_rename"("before" JSONB, "after" JSONB) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
    "rename" TEXT := coalesce(current_setting('factor_weekly.rename', true), '');
BEGIN
    RETURN "rename" <> '' AND "after" = "renamed_row"("before", split_part("rename", ' ', 1), split_part("rename", ' ', 2));
END $$;

CREATE OR REPLACE FUNCTION "check_closed_row"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    "closed" RECORD := OLD;
BEGIN
    "closed"."until_version" := NEW."until_version";
    IF (OLD."until_version" <> 2147483647
        OR NEW."until_version" IS DISTINCT FROM (SELECT max("id") FROM "data_version")
        OR NEW *<> "closed")
        AND NOT "is_rename"(to_jsonb(OLD), to_jsonb(NEW))
    THEN
        RAISE EXCEPTION 'a row of % may only be closed, once, by the newest version', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION "check_renamed_row"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT "is_rename"(to_jsonb(OLD), to_jsonb(NEW)) THEN
        RAISE EXCEPTION 'UPDATE of % is refused: the store remembers every row', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

DROP TRIGGER "factor_code_keep" ON "factor";
DROP TRIGGER "portfolio_code_keep" ON "portfolio";
DROP TRIGGER "data_version_series_keep" ON "data_version_series";
CREATE TRIGGER "factor_code_keep" BEFORE UPDATE ON "factor"
    FOR EACH ROW WHEN (OLD."code" IS DISTINCT FROM NEW."code") EXECUTE FUNCTION "check_renamed_row"();
CREATE TRIGGER "portfolio_code_keep" BEFORE UPDATE ON "portfolio"
    FOR EACH ROW WHEN (OLD."code" IS DISTINCT FROM NEW."code") EXECUTE FUNCTION "check_renamed_row"();
CREATE TRIGGER "data_version_series_keep" BEFORE DELETE OR TRUNCATE ON "data_version_series"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "data_version_series_rename" BEFORE UPDATE ON "data_version_series"
    FOR EACH ROW EXECUTE FUNCTION "check_renamed_row"();
