-- What a portfolio's excess of a day comes from. A day is one row: its contributions add up to its excess only together, so
-- they are restated and withdrawn together. Names of components are entries of the catalogue's history (kind component).

-- AlterEnum
ALTER TYPE "load_kind" ADD VALUE 'contributions';

-- CreateTable
CREATE TABLE "portfolio_contribution" (
    "portfolio_code" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "contributions" JSONB NOT NULL,
    "since_version" INTEGER NOT NULL,
    "until_version" INTEGER NOT NULL DEFAULT 2147483647,

    CONSTRAINT "portfolio_contribution_pkey" PRIMARY KEY ("portfolio_code", "date", "until_version")
);

-- By hand: what Prisma cannot express, as for the other daily tables.
ALTER TABLE "portfolio_contribution"
    ADD CONSTRAINT "portfolio_contribution_date_check" CHECK (isfinite("date")),
    ADD CONSTRAINT "portfolio_contribution_contributions_check"
        CHECK (jsonb_typeof("contributions") = 'object' AND "contributions" <> '{}'),
    ADD CONSTRAINT "portfolio_contribution_validity_check" CHECK ("since_version" < "until_version");

CREATE TRIGGER "portfolio_contribution_open" AFTER INSERT ON "portfolio_contribution"
    REFERENCING NEW TABLE AS "opened" FOR EACH STATEMENT EXECUTE FUNCTION "check_opened_series"('portfolio_code', 'portfolio');
CREATE TRIGGER "portfolio_contribution_close" BEFORE UPDATE ON "portfolio_contribution"
    FOR EACH ROW EXECUTE FUNCTION "check_closed_row"();
CREATE TRIGGER "portfolio_contribution_keep" BEFORE DELETE OR TRUNCATE ON "portfolio_contribution"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

DROP TRIGGER "portfolio_rows_keep" ON "portfolio";
CREATE TRIGGER "portfolio_rows_keep" BEFORE DELETE ON "portfolio"
    FOR EACH ROW EXECUTE FUNCTION "keep_series_with_rows"(
        'portfolio_return', 'portfolio_code', 'portfolio_contribution', 'portfolio_code');

ALTER TABLE "catalogue_entry" DROP CONSTRAINT "catalogue_entry_kind_check",
    ADD CONSTRAINT "catalogue_entry_kind_check"
        CHECK ("kind" IN ('market', 'family', 'factor', 'portfolio', 'market_index', 'report_issue', 'closure', 'alias', 'component'));
