-- The meanings that a person gave to the columns of a file are recorded, so that the file can be read again as it was.

-- AlterTable
ALTER TABLE "data_version" ADD COLUMN "declared_columns" JSONB NOT NULL DEFAULT '[]';
