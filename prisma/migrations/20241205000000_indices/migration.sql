-- Indices of a market, with a daily return: a section of the catalogue and a kind of series, versioned like the others.

-- AlterEnum
ALTER TYPE "load_kind" ADD VALUE 'index_returns';

-- CreateTable
CREATE TABLE "market_index" (
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "market_code" TEXT NOT NULL,
    "inception" DATE NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "ended" DATE,
    "ended_reason_zh" TEXT,
    "ended_reason_en" TEXT,

    CONSTRAINT "market_index_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "index_return" (
    "index_code" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "daily_return" DOUBLE PRECISION NOT NULL,
    "since_version" INTEGER NOT NULL,
    "until_version" INTEGER NOT NULL DEFAULT 2147483647,

    CONSTRAINT "index_return_pkey" PRIMARY KEY ("index_code", "date", "until_version")
        INCLUDE ("since_version", "daily_return")
);

-- AddUnique (checked at commit, so that a load can put the rows into another order)
ALTER TABLE "market_index" ADD CONSTRAINT "market_index_position_key" UNIQUE ("position") DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "market_index" ADD CONSTRAINT "market_index_market_code_fkey" FOREIGN KEY ("market_code") REFERENCES "market"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: what Prisma cannot express, as for factors and portfolios.
ALTER TABLE "market_index"
    ADD CONSTRAINT "market_index_code_check" CHECK ("code" ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
    ADD CONSTRAINT "market_index_position_check" CHECK ("position" >= 1),
    ADD CONSTRAINT "market_index_inception_check" CHECK (isfinite("inception")),
    ADD CONSTRAINT "market_index_ended_check" CHECK (isfinite("ended") AND "ended" >= "inception"),
    ADD CONSTRAINT "market_index_ended_reason_check" CHECK (num_nulls("ended", "ended_reason_zh", "ended_reason_en") IN (0, 3));

ALTER TABLE "index_return"
    ADD CONSTRAINT "index_return_date_check" CHECK (isfinite("date")),
    ADD CONSTRAINT "index_return_daily_check" CHECK ("daily_return" > -1 AND "daily_return" < 'Infinity'),
    ADD CONSTRAINT "index_return_validity_check" CHECK ("since_version" < "until_version");

ALTER TABLE "catalogue_entry" DROP CONSTRAINT "catalogue_entry_kind_check",
    ADD CONSTRAINT "catalogue_entry_kind_check"
        CHECK ("kind" IN ('market', 'family', 'factor', 'portfolio', 'market_index', 'report_issue', 'closure', 'alias'));

CREATE TRIGGER "index_return_open" AFTER INSERT ON "index_return"
    REFERENCING NEW TABLE AS "opened" FOR EACH STATEMENT EXECUTE FUNCTION "check_opened_series"('index_code', 'market_index');
CREATE TRIGGER "index_return_close" BEFORE UPDATE ON "index_return"
    FOR EACH ROW EXECUTE FUNCTION "check_closed_row"();
CREATE TRIGGER "index_return_keep" BEFORE DELETE OR TRUNCATE ON "index_return"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

CREATE TRIGGER "market_index_keep" BEFORE TRUNCATE ON "market_index"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "market_index_rows_keep" BEFORE DELETE ON "market_index"
    FOR EACH ROW EXECUTE FUNCTION "keep_series_with_rows"('index_return', 'index_code');
CREATE TRIGGER "market_index_code_keep" BEFORE UPDATE ON "market_index"
    FOR EACH ROW WHEN (OLD."code" IS DISTINCT FROM NEW."code") EXECUTE FUNCTION "check_renamed_row"();

-- A rename changes the code of an index in its rows too.
CREATE OR REPLACE FUNCTION "renamed_row"("row" JSONB, "old" TEXT, "new" TEXT) RETURNS JSONB LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN (
        SELECT jsonb_object_agg("name", CASE
            WHEN "name" IN ('code', 'key', 'factor_code', 'portfolio_code', 'index_code', 'alpha_factor_code') AND "value" = to_jsonb("old")
                THEN to_jsonb("new")
            WHEN "name" = 'entry' THEN "renamed_row"("value", "old", "new")
            ELSE "value"
        END)
        FROM jsonb_each("row") AS "field" ("name", "value")
    );
END $$;
