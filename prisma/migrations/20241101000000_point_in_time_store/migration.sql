-- Generated from schema.prisma; "By hand" is what Prisma cannot express. The primary keys of the daily tables carry the
-- values too (INCLUDE), so that all rows of a series as of a version are read from the index alone.

-- CreateEnum
CREATE TYPE "rebalance" AS ENUM ('weekly', 'monthly');

-- CreateEnum
CREATE TYPE "load_kind" AS ENUM ('catalogue', 'factor_returns', 'portfolio_returns');

-- CreateTable
CREATE TABLE "data_version" (
    "id" INTEGER NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" "load_kind" NOT NULL,
    "source_name" TEXT NOT NULL,
    "source_sha256" CHAR(64) NOT NULL,
    "rows_new" INTEGER NOT NULL,
    "rows_restated" INTEGER NOT NULL,
    "rows_unchanged" INTEGER NOT NULL,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "data_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "market" (
    "code" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,

    CONSTRAINT "market_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "family" (
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,

    CONSTRAINT "family_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "factor" (
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "family_code" TEXT NOT NULL,
    "market_code" TEXT NOT NULL,
    "rebalance" "rebalance" NOT NULL,
    "inception" DATE NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "short_name_zh" TEXT NOT NULL,
    "short_name_en" TEXT NOT NULL,
    "description_zh" TEXT NOT NULL,
    "description_en" TEXT NOT NULL,
    "universe_zh" TEXT NOT NULL,
    "universe_en" TEXT NOT NULL,
    "reference_zh" TEXT,
    "reference_en" TEXT,

    CONSTRAINT "factor_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "factor_return" (
    "factor_code" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "long_return" DOUBLE PRECISION NOT NULL,
    "short_return" DOUBLE PRECISION NOT NULL,
    "benchmark_return" DOUBLE PRECISION NOT NULL,
    "since_version" INTEGER NOT NULL,
    "until_version" INTEGER,

    CONSTRAINT "factor_return_pkey" PRIMARY KEY ("factor_code","date","since_version")
        INCLUDE ("until_version", "long_return", "short_return", "benchmark_return")
);

-- CreateTable
CREATE TABLE "portfolio" (
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "market_code" TEXT NOT NULL,
    "alpha_factor_code" TEXT NOT NULL,
    "rebalance" "rebalance" NOT NULL,
    "inception" DATE NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "short_name_zh" TEXT NOT NULL,
    "short_name_en" TEXT NOT NULL,
    "benchmark_code" TEXT NOT NULL,
    "benchmark_name_zh" TEXT NOT NULL,
    "benchmark_name_en" TEXT NOT NULL,
    "stock_deviation_max" DOUBLE PRECISION NOT NULL,
    "size_exposure_min" DOUBLE PRECISION NOT NULL,
    "size_exposure_max" DOUBLE PRECISION NOT NULL,
    "value_exposure_min" DOUBLE PRECISION NOT NULL,
    "value_exposure_max" DOUBLE PRECISION NOT NULL,
    "conventional_exposure_min" DOUBLE PRECISION NOT NULL,
    "conventional_exposure_max" DOUBLE PRECISION NOT NULL,
    "industry_deviation_max" DOUBLE PRECISION NOT NULL,
    "one_way_turnover_max" DOUBLE PRECISION NOT NULL,
    "round_trip_cost_bps" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "portfolio_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "portfolio_return" (
    "portfolio_code" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "portfolio_return" DOUBLE PRECISION NOT NULL,
    "benchmark_return" DOUBLE PRECISION NOT NULL,
    "since_version" INTEGER NOT NULL,
    "until_version" INTEGER,

    CONSTRAINT "portfolio_return_pkey" PRIMARY KEY ("portfolio_code","date","since_version")
        INCLUDE ("until_version", "portfolio_return", "benchmark_return")
);

-- CreateTable
CREATE TABLE "report_issue" (
    "week_end" DATE NOT NULL,
    "issue_date" DATE NOT NULL,
    "title_zh" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "authors_zh" TEXT[],
    "authors_en" TEXT[],
    "related" JSONB NOT NULL,

    CONSTRAINT "report_issue_pkey" PRIMARY KEY ("week_end")
);

-- AddUnique (checked at commit, so that a load can put the rows into another order)
ALTER TABLE "family" ADD CONSTRAINT "family_position_key" UNIQUE ("position") DEFERRABLE INITIALLY DEFERRED;

-- AddUnique (checked at commit, so that a load can put the rows into another order)
ALTER TABLE "factor" ADD CONSTRAINT "factor_position_key" UNIQUE ("position") DEFERRABLE INITIALLY DEFERRED;

-- AddUnique (checked at commit, so that a load can put the rows into another order)
ALTER TABLE "portfolio" ADD CONSTRAINT "portfolio_position_key" UNIQUE ("position") DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "factor" ADD CONSTRAINT "factor_family_code_fkey" FOREIGN KEY ("family_code") REFERENCES "family"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "factor" ADD CONSTRAINT "factor_market_code_fkey" FOREIGN KEY ("market_code") REFERENCES "market"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "factor_return" ADD CONSTRAINT "factor_return_factor_code_fkey" FOREIGN KEY ("factor_code") REFERENCES "factor"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio" ADD CONSTRAINT "portfolio_market_code_fkey" FOREIGN KEY ("market_code") REFERENCES "market"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio" ADD CONSTRAINT "portfolio_alpha_factor_code_fkey" FOREIGN KEY ("alpha_factor_code") REFERENCES "factor"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio_return" ADD CONSTRAINT "portfolio_return_portfolio_code_fkey" FOREIGN KEY ("portfolio_code") REFERENCES "portfolio"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: a version is written once, in order, by a load.
ALTER TABLE "data_version"
    ADD CONSTRAINT "data_version_id_check" CHECK ("id" >= 1),
    ADD CONSTRAINT "data_version_sha256_check" CHECK ("source_sha256" ~ '^[0-9a-f]{64}$'),
    ADD CONSTRAINT "data_version_rows_check" CHECK ("rows_new" >= 0 AND "rows_restated" >= 0 AND "rows_unchanged" >= 0);

-- By hand: codes stand in addresses.
ALTER TABLE "market" ADD CONSTRAINT "market_code_check" CHECK ("code" ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$');
ALTER TABLE "family" ADD CONSTRAINT "family_code_check" CHECK ("code" ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$');
ALTER TABLE "family" ADD CONSTRAINT "family_position_check" CHECK ("position" >= 1);

ALTER TABLE "factor"
    ADD CONSTRAINT "factor_code_check" CHECK ("code" ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
    ADD CONSTRAINT "factor_position_check" CHECK ("position" >= 1),
    ADD CONSTRAINT "factor_inception_check" CHECK (isfinite("inception"));

-- By hand: bounds of the optimisation. NaN is greater than every number in PostgreSQL, so "< 'Infinity'" excludes it.
ALTER TABLE "portfolio"
    ADD CONSTRAINT "portfolio_code_check" CHECK ("code" ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
    ADD CONSTRAINT "portfolio_position_check" CHECK ("position" >= 1),
    ADD CONSTRAINT "portfolio_inception_check" CHECK (isfinite("inception")),
    ADD CONSTRAINT "portfolio_stock_deviation_check" CHECK ("stock_deviation_max" BETWEEN 0 AND 1),
    ADD CONSTRAINT "portfolio_size_exposure_check"
        CHECK ("size_exposure_min" > '-Infinity' AND "size_exposure_min" <= "size_exposure_max" AND "size_exposure_max" < 'Infinity'),
    ADD CONSTRAINT "portfolio_value_exposure_check"
        CHECK ("value_exposure_min" > '-Infinity' AND "value_exposure_min" <= "value_exposure_max" AND "value_exposure_max" < 'Infinity'),
    ADD CONSTRAINT "portfolio_conventional_exposure_check"
        CHECK ("conventional_exposure_min" > '-Infinity' AND "conventional_exposure_min" <= "conventional_exposure_max" AND "conventional_exposure_max" < 'Infinity'),
    ADD CONSTRAINT "portfolio_industry_deviation_check" CHECK ("industry_deviation_max" BETWEEN 0 AND 1),
    ADD CONSTRAINT "portfolio_one_way_turnover_check" CHECK ("one_way_turnover_max" BETWEEN 0 AND 1),
    ADD CONSTRAINT "portfolio_round_trip_cost_check" CHECK ("round_trip_cost_bps" >= 0 AND "round_trip_cost_bps" < 'Infinity');

ALTER TABLE "report_issue"
    ADD CONSTRAINT "report_issue_date_check" CHECK (isfinite("week_end") AND isfinite("issue_date") AND "issue_date" >= "week_end"),
    ADD CONSTRAINT "report_issue_related_check" CHECK (jsonb_typeof("related") = 'array');

-- By hand: a return is finite and loses less than everything.
ALTER TABLE "factor_return"
    ADD CONSTRAINT "factor_return_date_check" CHECK (isfinite("date")),
    ADD CONSTRAINT "factor_return_long_check" CHECK ("long_return" > -1 AND "long_return" < 'Infinity'),
    ADD CONSTRAINT "factor_return_short_check" CHECK ("short_return" > -1 AND "short_return" < 'Infinity'),
    ADD CONSTRAINT "factor_return_benchmark_check" CHECK ("benchmark_return" > -1 AND "benchmark_return" < 'Infinity'),
    ADD CONSTRAINT "factor_return_validity_check" CHECK ("since_version" < "until_version");

ALTER TABLE "portfolio_return"
    ADD CONSTRAINT "portfolio_return_date_check" CHECK (isfinite("date")),
    ADD CONSTRAINT "portfolio_return_portfolio_check" CHECK ("portfolio_return" > -1 AND "portfolio_return" < 'Infinity'),
    ADD CONSTRAINT "portfolio_return_benchmark_check" CHECK ("benchmark_return" > -1 AND "benchmark_return" < 'Infinity'),
    ADD CONSTRAINT "portfolio_return_validity_check" CHECK ("since_version" < "until_version");

-- By hand: one current row per series and date.
CREATE UNIQUE INDEX "factor_return_current_key" ON "factor_return" ("factor_code", "date") WHERE "until_version" IS NULL;
CREATE UNIQUE INDEX "portfolio_return_current_key" ON "portfolio_return" ("portfolio_code", "date") WHERE "until_version" IS NULL;

-- By hand: the store only grows. Rows are opened and closed by the newest version alone, so that the periods of validity
-- of one series and date can never overlap, and what an older version showed can never change. This also holds what
-- foreign keys from since_version and until_version to data_version would, once a statement instead of once a row (they
-- would cost 5 s at a million rows).
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% of % is refused: the store remembers every row', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION "check_next_version"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW."id" <> (SELECT coalesce(max("id"), 0) + 1 FROM "data_version") THEN
        RAISE EXCEPTION 'data version % is not the next one', NEW."id" USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION "check_opened_rows"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM "opened"
        WHERE "until_version" IS NOT NULL OR "since_version" <> (SELECT max("id") FROM "data_version")
    ) THEN
        RAISE EXCEPTION 'a row of % is opened since the newest version and without an end', TG_TABLE_NAME USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION "check_closed_row"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD."until_version" IS NOT NULL
        OR NEW."until_version" IS DISTINCT FROM (SELECT max("id") FROM "data_version")
        OR to_jsonb(NEW) - 'until_version' <> to_jsonb(OLD) - 'until_version'
    THEN
        RAISE EXCEPTION 'a row of % may only be closed, once, by the newest version', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER "data_version_next" BEFORE INSERT ON "data_version"
    FOR EACH ROW EXECUTE FUNCTION "check_next_version"();
CREATE TRIGGER "data_version_keep" BEFORE UPDATE OR DELETE OR TRUNCATE ON "data_version"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

CREATE TRIGGER "factor_return_open" AFTER INSERT ON "factor_return"
    REFERENCING NEW TABLE AS "opened" FOR EACH STATEMENT EXECUTE FUNCTION "check_opened_rows"();
CREATE TRIGGER "factor_return_close" BEFORE UPDATE ON "factor_return"
    FOR EACH ROW EXECUTE FUNCTION "check_closed_row"();
CREATE TRIGGER "factor_return_keep" BEFORE DELETE OR TRUNCATE ON "factor_return"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

CREATE TRIGGER "portfolio_return_open" AFTER INSERT ON "portfolio_return"
    REFERENCING NEW TABLE AS "opened" FOR EACH STATEMENT EXECUTE FUNCTION "check_opened_rows"();
CREATE TRIGGER "portfolio_return_close" BEFORE UPDATE ON "portfolio_return"
    FOR EACH ROW EXECUTE FUNCTION "check_closed_row"();
CREATE TRIGGER "portfolio_return_keep" BEFORE DELETE OR TRUNCATE ON "portfolio_return"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
