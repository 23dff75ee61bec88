-- Every value can be traced to the file that brought it, and the catalogue has a past like the returns.
-- "By hand" is what Prisma cannot express, as in the migration before.

-- AlterEnum
ALTER TYPE "load_kind" ADD VALUE 'factor_quality';

-- AlterTable
ALTER TABLE "data_version" ADD COLUMN "loaded_by" TEXT;

-- AlterTable
ALTER TABLE "market" ADD COLUMN "daily_return_max" DOUBLE PRECISION;

-- CreateTable
CREATE TABLE "source_file" (
    "sha256" CHAR(64) NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "source_file_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "data_version_series" (
    "version" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "rows_new" INTEGER NOT NULL,
    "rows_restated" INTEGER NOT NULL,
    "rows_unchanged" INTEGER,
    "first_date" DATE NOT NULL,
    "last_date" DATE NOT NULL,

    CONSTRAINT "data_version_series_pkey" PRIMARY KEY ("version", "code")
);

-- CreateTable
CREATE TABLE "catalogue_entry" (
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "entry" JSONB NOT NULL,
    "since_version" INTEGER NOT NULL,
    "until_version" INTEGER,

    CONSTRAINT "catalogue_entry_pkey" PRIMARY KEY ("kind", "key", "since_version")
);

-- CreateTable
CREATE TABLE "factor_quality" (
    "factor_code" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "ic" DOUBLE PRECISION,
    "rank_ic" DOUBLE PRECISION,
    "since_version" INTEGER NOT NULL,
    "until_version" INTEGER,

    CONSTRAINT "factor_quality_pkey" PRIMARY KEY ("factor_code", "date", "since_version")
);

-- CreateTable
CREATE TABLE "import_request" (
    "idempotency_key" TEXT NOT NULL,
    "request_sha256" CHAR(64) NOT NULL,
    "status" INTEGER NOT NULL,
    "answer" JSONB NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_request_pkey" PRIMARY KEY ("idempotency_key")
);

-- AddForeignKey
ALTER TABLE "data_version_series" ADD CONSTRAINT "data_version_series_version_fkey" FOREIGN KEY ("version") REFERENCES "data_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "factor_quality" ADD CONSTRAINT "factor_quality_factor_code_fkey" FOREIGN KEY ("factor_code") REFERENCES "factor"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: files are compressed already or read once; packing forty megabytes would cost a load a second.
ALTER TABLE "source_file" ALTER COLUMN "content" SET STORAGE EXTERNAL;
ALTER TABLE "source_file"
    ADD CONSTRAINT "source_file_sha256_check" CHECK ("sha256" ~ '^[0-9a-f]{64}$');

ALTER TABLE "market" ADD CONSTRAINT "market_daily_return_max_check" CHECK ("daily_return_max" > 0 AND "daily_return_max" < 'Infinity');

ALTER TABLE "data_version_series"
    ADD CONSTRAINT "data_version_series_rows_check" CHECK ("rows_new" >= 0 AND "rows_restated" >= 0 AND "rows_unchanged" >= 0),
    ADD CONSTRAINT "data_version_series_dates_check" CHECK (isfinite("first_date") AND isfinite("last_date") AND "first_date" <= "last_date");

ALTER TABLE "catalogue_entry"
    ADD CONSTRAINT "catalogue_entry_kind_check" CHECK ("kind" IN ('market', 'family', 'factor', 'portfolio', 'report_issue')),
    ADD CONSTRAINT "catalogue_entry_validity_check" CHECK ("since_version" < "until_version");

-- By hand: a correlation, and at least one of the two.
ALTER TABLE "factor_quality"
    ADD CONSTRAINT "factor_quality_date_check" CHECK (isfinite("date")),
    ADD CONSTRAINT "factor_quality_ic_check" CHECK ("ic" BETWEEN -1 AND 1),
    ADD CONSTRAINT "factor_quality_rank_ic_check" CHECK ("rank_ic" BETWEEN -1 AND 1),
    ADD CONSTRAINT "factor_quality_known_check" CHECK ("ic" IS NOT NULL OR "rank_ic" IS NOT NULL),
    ADD CONSTRAINT "factor_quality_validity_check" CHECK ("since_version" < "until_version");

CREATE UNIQUE INDEX "catalogue_entry_current_key" ON "catalogue_entry" ("kind", "key") WHERE "until_version" IS NULL;
CREATE UNIQUE INDEX "factor_quality_current_key" ON "factor_quality" ("factor_code", "date") WHERE "until_version" IS NULL;

-- By hand: what an older store knows of its past. Its catalogue had none: it counts from the first load of a catalogue.
INSERT INTO "catalogue_entry" ("kind", "key", "entry", "since_version")
SELECT "kind", "key", "entry", "first"."id"
FROM (
    SELECT 'market' AS "kind", "code" AS "key", to_jsonb("market") AS "entry" FROM "market"
    UNION ALL SELECT 'family', "code", to_jsonb("family") FROM "family"
    UNION ALL SELECT 'factor', "code", to_jsonb("factor") FROM "factor"
    UNION ALL SELECT 'portfolio', "code", to_jsonb("portfolio") FROM "portfolio"
    UNION ALL SELECT 'report_issue', to_char("week_end", 'YYYY-MM-DD'), to_jsonb("report_issue") FROM "report_issue"
) AS "known",
(SELECT coalesce(min("id") FILTER (WHERE "kind" = 'catalogue'), 1) AS "id" FROM "data_version") AS "first";

INSERT INTO "data_version_series" ("version", "code", "rows_new", "rows_restated", "first_date", "last_date")
SELECT "since_version", "code", count(*) FILTER (WHERE NOT "is_restated"), count(*) FILTER (WHERE "is_restated"), min("date"), max("date")
FROM (
    SELECT "since_version", "factor_code" AS "code", "date", row_number() OVER "life" > 1 AS "is_restated"
    FROM "factor_return"
    WINDOW "life" AS (PARTITION BY "factor_code", "date" ORDER BY "since_version")
    UNION ALL
    SELECT "since_version", "portfolio_code", "date", row_number() OVER "life" > 1
    FROM "portfolio_return"
    WINDOW "life" AS (PARTITION BY "portfolio_code", "date" ORDER BY "since_version")
) AS "opened"
GROUP BY "since_version", "code";

-- By hand: the store only grows, here too.
CREATE TRIGGER "source_file_keep" BEFORE UPDATE OR DELETE OR TRUNCATE ON "source_file"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "data_version_series_keep" BEFORE UPDATE OR DELETE OR TRUNCATE ON "data_version_series"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

CREATE TRIGGER "catalogue_entry_open" AFTER INSERT ON "catalogue_entry"
    REFERENCING NEW TABLE AS "opened" FOR EACH STATEMENT EXECUTE FUNCTION "check_opened_rows"();
CREATE TRIGGER "catalogue_entry_close" BEFORE UPDATE ON "catalogue_entry"
    FOR EACH ROW EXECUTE FUNCTION "check_closed_row"();
CREATE TRIGGER "catalogue_entry_keep" BEFORE DELETE OR TRUNCATE ON "catalogue_entry"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

CREATE TRIGGER "factor_quality_open" AFTER INSERT ON "factor_quality"
    REFERENCING NEW TABLE AS "opened" FOR EACH STATEMENT EXECUTE FUNCTION "check_opened_rows"();
CREATE TRIGGER "factor_quality_close" BEFORE UPDATE ON "factor_quality"
    FOR EACH ROW EXECUTE FUNCTION "check_closed_row"();
CREATE TRIGGER "factor_quality_keep" BEFORE DELETE OR TRUNCATE ON "factor_quality"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
