-- A third quality column: the mean absolute error of the ranks, from 0 to 1. A row may have any of the three alone.

-- AlterTable
ALTER TABLE "factor_quality"
    ADD COLUMN "rank_mae" DOUBLE PRECISION,
    DROP CONSTRAINT "factor_quality_known_check";

ALTER TABLE "factor_quality"
    ADD CONSTRAINT "factor_quality_rank_mae_check" CHECK ("rank_mae" BETWEEN 0 AND 1),
    ADD CONSTRAINT "factor_quality_known_check" CHECK (num_nonnulls("ic", "rank_ic", "rank_mae") > 0);
