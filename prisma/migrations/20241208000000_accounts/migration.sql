-- Who may sign in and with what role, tokens of programs, and the audit: who did what, when.

-- CreateEnum
CREATE TYPE "access_role" AS ENUM ('client', 'viewer', 'researcher', 'editor', 'publisher', 'admin');

-- CreateEnum
CREATE TYPE "grant_kind" AS ENUM ('market', 'series');

-- CreateTable
CREATE TABLE "access_user" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" "access_role" NOT NULL DEFAULT 'client',
    "ended_at" TIMESTAMPTZ(3),
    "erased_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "access_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_session" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "access_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_account" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "access_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "access_verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_grant" (
    "user_id" TEXT NOT NULL,
    "kind" "grant_kind" NOT NULL,
    "code" TEXT NOT NULL,

    CONSTRAINT "access_grant_pkey" PRIMARY KEY ("user_id","kind","code")
);

-- CreateTable
CREATE TABLE "access_invitation" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "role" "access_role" NOT NULL,
    "markets" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "series" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "token_sha256" CHAR(64) NOT NULL,
    "created_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "access_invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_token" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "scopes" TEXT[],
    "user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "access_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_secret" (
    "name" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "access_secret_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "access_attempt" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "access_attempt_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "action" TEXT NOT NULL,
    "subject" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',
    "address" TEXT,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "access_user_email_key" ON "access_user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "access_session_token_key" ON "access_session"("token");

-- CreateIndex
CREATE INDEX "access_session_user_id_idx" ON "access_session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "access_account_provider_id_account_id_key" ON "access_account"("provider_id", "account_id");

-- CreateIndex
CREATE INDEX "access_account_user_id_idx" ON "access_account"("user_id");

-- CreateIndex
CREATE INDEX "access_verification_identifier_idx" ON "access_verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "access_invitation_token_sha256_key" ON "access_invitation"("token_sha256");

-- CreateIndex
CREATE INDEX "access_invitation_email_idx" ON "access_invitation"("email");

-- CreateIndex
CREATE UNIQUE INDEX "access_token_sha256_key" ON "access_token"("sha256");

-- CreateIndex
CREATE INDEX "access_token_user_id_idx" ON "access_token"("user_id");

-- CreateIndex
CREATE INDEX "audit_event_at_idx" ON "audit_event"("at");

-- CreateIndex
CREATE INDEX "audit_event_actor_id_idx" ON "audit_event"("actor_id");

-- AddForeignKey
ALTER TABLE "access_session" ADD CONSTRAINT "access_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "access_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_account" ADD CONSTRAINT "access_account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "access_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_grant" ADD CONSTRAINT "access_grant_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "access_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "access_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: what Prisma cannot express.
ALTER TABLE "access_user" ADD CONSTRAINT "access_user_email_check" CHECK ("email" = lower("email"));
ALTER TABLE "access_invitation" ADD CONSTRAINT "access_invitation_email_check" CHECK ("email" = lower("email"));
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_scopes_check"
    CHECK ("scopes" <@ ARRAY['read', 'import', 'publish'] AND cardinality("scopes") > 0);
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_actor_kind_check"
    CHECK ("actor_kind" IN ('person', 'token', 'command', 'unknown'));

-- An event can only be added; of one that exists, nothing can change but that its address goes.
CREATE FUNCTION "check_erased_event"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    "erased" RECORD := OLD;
BEGIN
    "erased"."address" := NULL;
    IF NEW *<> "erased" THEN
        RAISE EXCEPTION 'UPDATE of % is refused: of an event only the address may be erased', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER "audit_event_erase" BEFORE UPDATE ON "audit_event"
    FOR EACH ROW EXECUTE FUNCTION "check_erased_event"();
CREATE TRIGGER "audit_event_keep" BEFORE DELETE OR TRUNCATE ON "audit_event"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- Every load, withdrawal and rename is an event of its own transaction, whichever way it came. The transaction sets
-- factor_weekly.actor to who asked for it, such as {"kind": "token", "id": "…", "address": "10.0.0.7"}; unset, it was a command.
CREATE FUNCTION "record_version"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    "actor" JSONB := coalesce(nullif(current_setting('factor_weekly.actor', true), ''), '{}');
BEGIN
    INSERT INTO "audit_event" ("actor_kind", "actor_id", "action", "subject", "details", "address")
    VALUES (
        coalesce("actor" ->> 'kind', 'command'),
        "actor" ->> 'id',
        CASE NEW."kind"::text WHEN 'withdrawal' THEN 'withdrawal' WHEN 'rename' THEN 'rename' ELSE 'load' END,
        NEW."id"::text,
        jsonb_build_object('kind', NEW."kind"),
        "actor" ->> 'address'
    );
    RETURN NULL;
END $$;
CREATE TRIGGER "data_version_record" AFTER INSERT ON "data_version"
    FOR EACH ROW EXECUTE FUNCTION "record_version"();
