-- Links by which somebody without an account reads one edition or one series.

-- CreateEnum
CREATE TYPE "share_kind" AS ENUM ('edition', 'series');

-- CreateTable
CREATE TABLE "share_link" (
    "id" TEXT NOT NULL,
    "kind" "share_kind" NOT NULL,
    "market" TEXT NOT NULL,
    "as_of" DATE,
    "number" INTEGER,
    "series" TEXT,
    "version" INTEGER NOT NULL,
    "stamp" TEXT NOT NULL,
    "client" TEXT NOT NULL,
    "token_sha256" CHAR(64) NOT NULL,
    "password" TEXT,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "max_opens" INTEGER,
    "opens" INTEGER NOT NULL DEFAULT 0,
    "last_opened_at" TIMESTAMPTZ(3),
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "share_link_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "share_link_token_sha256_key" ON "share_link"("token_sha256");

-- CreateIndex
CREATE INDEX "share_link_created_by_idx" ON "share_link"("created_by");

-- By hand: what Prisma cannot express.
ALTER TABLE "share_link" ADD CONSTRAINT "share_link_target_check" CHECK (
    CASE "kind"
        WHEN 'edition' THEN "as_of" IS NOT NULL AND "number" IS NOT NULL AND "series" IS NULL
        WHEN 'series' THEN "as_of" IS NULL AND "number" IS NULL AND "series" IS NOT NULL
    END
);
ALTER TABLE "share_link" ADD CONSTRAINT "share_link_opens_check" CHECK ("opens" >= 0 AND "max_opens" > 0 AND "opens" <= "max_opens");

-- Sites of others that may show charts and tables in a frame, and ask the API from their pages.

-- CreateTable
CREATE TABLE "embed_origin" (
    "origin" TEXT NOT NULL,
    "added_by" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "embed_origin_pkey" PRIMARY KEY ("origin")
);
