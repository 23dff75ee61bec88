-- A withdrawal is a data version that takes back what a load did: a row that the load restated has its earlier value
-- again, and a row that it added is closed without a successor. Nothing is erased.

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
