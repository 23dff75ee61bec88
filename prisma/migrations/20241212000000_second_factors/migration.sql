-- A second factor for who wants one: codes of an authenticator app after the password, and passkeys, which are two factors
-- by themselves.

-- AlterTable
ALTER TABLE "access_user" ADD COLUMN "two_factor_enabled" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "access_two_factor" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "backup_codes" TEXT NOT NULL,
    "verified" BOOLEAN NOT NULL DEFAULT true,
    "failed_verification_count" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),

    CONSTRAINT "access_two_factor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_passkey" (
    "id" TEXT NOT NULL,
    "name" TEXT,
    "user_id" TEXT NOT NULL,
    "public_key" TEXT NOT NULL,
    "credential_id" TEXT NOT NULL,
    "counter" DOUBLE PRECISION NOT NULL,
    "device_type" TEXT NOT NULL,
    "backed_up" BOOLEAN NOT NULL,
    "transports" TEXT,
    "created_at" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,
    "aaguid" TEXT,

    CONSTRAINT "access_passkey_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "access_two_factor_user_id_key" ON "access_two_factor"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "access_passkey_credential_id_key" ON "access_passkey"("credential_id");

-- CreateIndex
CREATE INDEX "access_passkey_user_id_idx" ON "access_passkey"("user_id");

-- AddForeignKey
ALTER TABLE "access_two_factor" ADD CONSTRAINT "access_two_factor_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "access_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_passkey" ADD CONSTRAINT "access_passkey_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "access_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
