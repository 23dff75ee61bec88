-- A load that was stopped by a finding goes on when its rule is accepted by name; the version remembers which.

-- AlterTable
ALTER TABLE "data_version" ADD COLUMN "accepted" TEXT[] NOT NULL DEFAULT '{}';
