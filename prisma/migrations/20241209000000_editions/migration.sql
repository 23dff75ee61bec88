-- Editions: what was published, and can be shown again byte by byte. An edition is one row, which is never changed, and the
-- documents that it names by their checksums. Each edition holds the hash of the one before, so that none can be changed or
-- taken out without notice. A week's draft is what was handed in for review; it alone may change.

-- CreateTable
CREATE TABLE "edition" (
    "id" INTEGER NOT NULL,
    "market" TEXT NOT NULL,
    "window_kind" TEXT NOT NULL DEFAULT 'week',
    "as_of" DATE NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "stamp" CHAR(8) NOT NULL,
    "convention" TEXT NOT NULL,
    "texts" JSONB NOT NULL,
    "publisher" JSONB NOT NULL,
    "figures" JSONB NOT NULL,
    "documents" JSONB NOT NULL,
    "waivers" JSONB NOT NULL,
    "reason" TEXT,
    "drafted_by" TEXT,
    "published_by" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "previous_hash" CHAR(64) NOT NULL,
    "hash" CHAR(64) NOT NULL,

    CONSTRAINT "edition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "edition_document" (
    "sha256" CHAR(64) NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "edition_document_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "week_draft" (
    "market" TEXT NOT NULL,
    "window_kind" TEXT NOT NULL DEFAULT 'week',
    "as_of" DATE NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "drafted_by" TEXT NOT NULL,
    "drafted_at" TIMESTAMPTZ(3) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "week_draft_pkey" PRIMARY KEY ("market", "window_kind", "as_of")
);

-- CreateIndex
CREATE UNIQUE INDEX "edition_market_window_kind_as_of_number_key" ON "edition"("market", "window_kind", "as_of", "number");

-- CreateIndex
CREATE UNIQUE INDEX "edition_hash_key" ON "edition"("hash");

-- AddForeignKey
ALTER TABLE "edition" ADD CONSTRAINT "edition_version_fkey" FOREIGN KEY ("version") REFERENCES "data_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "week_draft" ADD CONSTRAINT "week_draft_version_fkey" FOREIGN KEY ("version") REFERENCES "data_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: what Prisma cannot express.
ALTER TABLE "edition"
    ADD CONSTRAINT "edition_window_kind_check" CHECK ("window_kind" IN ('week', 'month', 'quarter')),
    ADD CONSTRAINT "edition_as_of_check" CHECK (isfinite("as_of")),
    ADD CONSTRAINT "edition_number_check" CHECK ("number" >= 1),
    ADD CONSTRAINT "edition_state_check" CHECK (
        CASE "state" WHEN 'published' THEN "number" = 1 WHEN 'corrected' THEN "number" > 1 AND "reason" IS NOT NULL
            WHEN 'withdrawn' THEN "number" > 1 AND "reason" IS NOT NULL ELSE false END),
    ADD CONSTRAINT "edition_reason_check" CHECK ("reason" <> ''),
    ADD CONSTRAINT "edition_hash_check" CHECK ("hash" ~ '^[0-9a-f]{64}$' AND "previous_hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "edition_document" ADD CONSTRAINT "edition_document_sha256_check" CHECK ("sha256" ~ '^[0-9a-f]{64}$');
ALTER TABLE "week_draft"
    ADD CONSTRAINT "week_draft_window_kind_check" CHECK ("window_kind" IN ('week', 'month', 'quarter')),
    ADD CONSTRAINT "week_draft_as_of_check" CHECK (isfinite("as_of")),
    ADD CONSTRAINT "week_draft_state_check" CHECK ("state" IN ('draft', 'in-review'));

-- By hand: an edition follows the newest one, of which it holds the hash, and its own week's newest number.
CREATE FUNCTION "check_next_edition"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    "newest" RECORD;
BEGIN
    SELECT "id", "hash" INTO "newest" FROM "edition" ORDER BY "id" DESC LIMIT 1;
    IF NEW."id" <> coalesce("newest"."id", 0) + 1 OR NEW."previous_hash" <> coalesce("newest"."hash", repeat('0', 64)) THEN
        RAISE EXCEPTION 'edition % is not the next one of the chain', NEW."id" USING ERRCODE = 'check_violation';
    END IF;
    IF NEW."number" <> 1 + (SELECT count(*) FROM "edition"
        WHERE "market" = NEW."market" AND "window_kind" = NEW."window_kind" AND "as_of" = NEW."as_of") THEN
        RAISE EXCEPTION 'edition % of % is not its next one', NEW."number", NEW."as_of" USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER "edition_next" BEFORE INSERT ON "edition"
    FOR EACH ROW EXECUTE FUNCTION "check_next_edition"();
CREATE TRIGGER "edition_keep" BEFORE UPDATE OR DELETE OR TRUNCATE ON "edition"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "edition_document_keep" BEFORE UPDATE OR DELETE OR TRUNCATE ON "edition_document"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "week_draft_keep" BEFORE DELETE OR TRUNCATE ON "week_draft"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- By hand: no role has the right to change an edition, the owner of the tables included; a superuser is held by the triggers
-- alone. Other roles may have got the right by default privileges. No foreign key refers to these tables, since its check
-- would need the right to update them.
DO $$
DECLARE
    "own" RECORD;
BEGIN
    FOR "own" IN
        SELECT DISTINCT "grantee", "table_name" FROM "information_schema"."role_table_grants"
        WHERE "table_schema" = current_schema() AND "table_name" IN ('edition', 'edition_document')
    LOOP
        EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %I FROM %s', "own"."table_name",
            CASE "own"."grantee" WHEN 'PUBLIC' THEN 'PUBLIC' ELSE quote_ident("own"."grantee") END);
    END LOOP;
END $$;
