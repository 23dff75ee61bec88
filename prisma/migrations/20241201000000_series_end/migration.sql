-- A factor or portfolio can end: the last day on which it has returns, and why, in both languages.

-- AlterTable
ALTER TABLE "factor" ADD COLUMN "ended" DATE,
    ADD COLUMN "ended_reason_zh" TEXT,
    ADD COLUMN "ended_reason_en" TEXT;

-- AlterTable
ALTER TABLE "portfolio" ADD COLUMN "ended" DATE,
    ADD COLUMN "ended_reason_zh" TEXT,
    ADD COLUMN "ended_reason_en" TEXT;

-- By hand: what Prisma cannot express. A day and its reasons come together.
ALTER TABLE "factor" ADD CONSTRAINT "factor_ended_check" CHECK (isfinite("ended") AND "ended" >= "inception"),
    ADD CONSTRAINT "factor_ended_reason_check" CHECK (num_nulls("ended", "ended_reason_zh", "ended_reason_en") IN (0, 3));
ALTER TABLE "portfolio" ADD CONSTRAINT "portfolio_ended_check" CHECK (isfinite("ended") AND "ended" >= "inception"),
    ADD CONSTRAINT "portfolio_ended_reason_check" CHECK (num_nulls("ended", "ended_reason_zh", "ended_reason_en") IN (0, 3));

-- No series has ended in any version so far: the catalogue's history says so, and is equal to its tables.
ALTER TABLE "catalogue_entry" DISABLE TRIGGER USER;
UPDATE "catalogue_entry"
SET "entry" = "entry" || '{"ended": null, "ended_reason_zh": null, "ended_reason_en": null}'
WHERE "kind" IN ('factor', 'portfolio');
ALTER TABLE "catalogue_entry" ENABLE TRIGGER USER;
