CREATE TABLE "gateway_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"type" text NOT NULL,
	"object_id" text NOT NULL,
	"payload" jsonb NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"processed_at" timestamp (3) with time zone,
	CONSTRAINT "gateway_events_event_once" UNIQUE("event_id")
);
--> statement-breakpoint
CREATE TABLE "ledger_entries" (
	"transaction_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"account" text NOT NULL,
	"amount_fen" bigint NOT NULL,
	"due_id" uuid,
	CONSTRAINT "ledger_entries_transaction_id_position_pk" PRIMARY KEY("transaction_id","position"),
	CONSTRAINT "ledger_entries_account_known" CHECK ("ledger_entries"."account" in ('due', 'receivable', 'received_bank', 'received_stripe', 'overpaid', 'refunded', 'fee', 'paid_out')),
	CONSTRAINT "ledger_entries_amount" CHECK ("ledger_entries"."amount_fen" <> 0),
	CONSTRAINT "ledger_entries_receivable_of_due" CHECK (("ledger_entries"."account" = 'receivable') = ("ledger_entries"."due_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "ledger_transactions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contract_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"occurred_on" date NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"payment_id" uuid,
	"refund_id" uuid,
	"entry_count" integer NOT NULL,
	CONSTRAINT "ledger_transactions_kind_known" CHECK ("ledger_transactions"."kind" in ('due', 'waiver', 'receipt', 'offset', 'refund', 'payout', 'refund_failed')),
	CONSTRAINT "ledger_transactions_entries" CHECK (2 <= "ledger_transactions"."entry_count")
);
--> statement-breakpoint
CREATE TABLE "payment_dues" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contract_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"title" text NOT NULL,
	"amount_fen" bigint NOT NULL,
	"currency" text DEFAULT 'CNY' NOT NULL,
	"due_on" date,
	"period_from" date,
	"period_to" date,
	"sales_fen" bigint,
	"reference" text,
	"waived_reason" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "payment_dues_reference_unique" UNIQUE("reference"),
	CONSTRAINT "payment_dues_kind_known" CHECK ("payment_dues"."kind" in ('upfront', 'instalment', 'milestone', 'royalty', 'deposit')),
	CONSTRAINT "payment_dues_state_known" CHECK ("payment_dues"."state" in ('planned', 'open', 'settled', 'waived')),
	CONSTRAINT "payment_dues_amount" CHECK (0 < "payment_dues"."amount_fen" and "payment_dues"."currency" = 'CNY'),
	CONSTRAINT "payment_dues_reference_when_open" CHECK (("payment_dues"."state" = 'planned') = ("payment_dues"."reference" is null)),
	CONSTRAINT "payment_dues_waived_with_reason" CHECK (("payment_dues"."state" = 'waived') = ("payment_dues"."waived_reason" is not null)),
	CONSTRAINT "payment_dues_royalty_whole" CHECK (case when "payment_dues"."kind" = 'royalty'
        then "payment_dues"."period_from" <= "payment_dues"."period_to" and "payment_dues"."period_to" is not null and 0 < "payment_dues"."sales_fen"
        else num_nonnulls("payment_dues"."period_from", "payment_dues"."period_to", "payment_dues"."sales_fen") = 0 end)
);
--> statement-breakpoint
CREATE TABLE "payment_invoices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contract_id" uuid NOT NULL,
	"number" text NOT NULL,
	"issued_on" date NOT NULL,
	"amount_fen" bigint NOT NULL,
	"file_id" uuid,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "payment_invoices_amount" CHECK (0 < "payment_invoices"."amount_fen")
);
--> statement-breakpoint
CREATE TABLE "payment_refunds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"payment_id" uuid NOT NULL,
	"state" text NOT NULL,
	"amount_fen" bigint NOT NULL,
	"reason" text NOT NULL,
	"gateway_id" text,
	"proof_file_id" uuid,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"confirmed_by" uuid,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "payment_refunds_gateway_id_unique" UNIQUE("gateway_id"),
	CONSTRAINT "payment_refunds_state_known" CHECK ("payment_refunds"."state" in ('intended', 'pending', 'succeeded', 'failed')),
	CONSTRAINT "payment_refunds_amount" CHECK (0 < "payment_refunds"."amount_fen")
);
--> statement-breakpoint
CREATE TABLE "payment_reminders" (
	"due_id" uuid NOT NULL,
	"reminded_on" date NOT NULL,
	"days_left" integer NOT NULL,
	CONSTRAINT "payment_reminders_due_id_reminded_on_pk" PRIMARY KEY("due_id","reminded_on")
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"due_id" uuid NOT NULL,
	"contract_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"state" text NOT NULL,
	"amount_fen" bigint NOT NULL,
	"received_fen" bigint,
	"paid_on" date,
	"note" text DEFAULT '' NOT NULL,
	"proof_file_id" uuid,
	"first_confirmed_by" uuid,
	"first_confirmed_at" timestamp (3) with time zone,
	"first_confirmed_fen" bigint,
	"confirmed_by" uuid,
	"confirmed_at" timestamp (3) with time zone,
	"rejected_reason" text,
	"manual_capture" boolean DEFAULT false NOT NULL,
	"settle_fen" bigint,
	"fee_fen" bigint DEFAULT 0 NOT NULL,
	"destination_account" text,
	"checkout_id" text,
	"checkout_url" text,
	"expires_at" timestamp (3) with time zone,
	"intent_id" text,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "payments_checkout_id_unique" UNIQUE("checkout_id"),
	CONSTRAINT "payments_intent_id_unique" UNIQUE("intent_id"),
	CONSTRAINT "payments_channel_known" CHECK ("payments"."channel" in ('bank', 'stripe')),
	CONSTRAINT "payments_state_known" CHECK ("payments"."state" in ('submitted', 'awaiting_second', 'intended', 'pending', 'authorised', 'confirmed', 'rejected', 'withdrawn', 'cancelled')),
	CONSTRAINT "payments_amounts" CHECK (0 < "payments"."amount_fen" and 0 < "payments"."received_fen" and 0 <= "payments"."fee_fen"),
	CONSTRAINT "payments_confirmed_whole" CHECK (("payments"."state" = 'confirmed') = ("payments"."received_fen" is not null)
        and ("payments"."received_fen" is null) = ("payments"."confirmed_at" is null)
        and ("payments"."state" <> 'confirmed' or "payments"."paid_on" is not null)),
	CONSTRAINT "payments_rejected_with_reason" CHECK (("payments"."state" = 'rejected') = ("payments"."rejected_reason" is not null)),
	CONSTRAINT "payments_two_people" CHECK ("payments"."first_confirmed_by" <> "payments"."confirmed_by"),
	CONSTRAINT "payments_settle" CHECK ("payments"."settle_fen" between 0 and "payments"."amount_fen" and ("payments"."manual_capture" or "payments"."settle_fen" is null)),
	CONSTRAINT "payments_first_whole" CHECK (num_nonnulls("payments"."first_confirmed_by", "payments"."first_confirmed_at", "payments"."first_confirmed_fen") in (0, 3))
);
--> statement-breakpoint
CREATE TABLE "payout_accounts" (
	"organization_id" uuid PRIMARY KEY NOT NULL,
	"holder" text,
	"bank" text,
	"account_number" text,
	"gateway_account_id" text,
	"charges_enabled" boolean DEFAULT false NOT NULL,
	"payouts_enabled" boolean DEFAULT false NOT NULL,
	"details_submitted" boolean DEFAULT false NOT NULL,
	"checked_at" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "payout_accounts_gateway_account_id_unique" UNIQUE("gateway_account_id")
);
--> statement-breakpoint
CREATE TABLE "reconciliation_differences" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reconciliation_id" uuid NOT NULL,
	"payment_id" uuid,
	"gateway_id" text NOT NULL,
	"kind" text NOT NULL,
	"ours" text NOT NULL,
	"theirs" text NOT NULL,
	"mended" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reconciliations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone NOT NULL,
	"checked_count" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "receipts" ADD COLUMN "payment_id" uuid;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_transaction_id_ledger_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."ledger_transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_due_id_payment_dues_id_fk" FOREIGN KEY ("due_id") REFERENCES "public"."payment_dues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_transactions" ADD CONSTRAINT "ledger_transactions_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_transactions" ADD CONSTRAINT "ledger_transactions_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_transactions" ADD CONSTRAINT "ledger_transactions_refund_id_payment_refunds_id_fk" FOREIGN KEY ("refund_id") REFERENCES "public"."payment_refunds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_dues" ADD CONSTRAINT "payment_dues_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_invoices" ADD CONSTRAINT "payment_invoices_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_invoices" ADD CONSTRAINT "payment_invoices_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_invoices" ADD CONSTRAINT "payment_invoices_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_refunds" ADD CONSTRAINT "payment_refunds_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_refunds" ADD CONSTRAINT "payment_refunds_proof_file_id_files_id_fk" FOREIGN KEY ("proof_file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_refunds" ADD CONSTRAINT "payment_refunds_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_refunds" ADD CONSTRAINT "payment_refunds_confirmed_by_users_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_reminders" ADD CONSTRAINT "payment_reminders_due_id_payment_dues_id_fk" FOREIGN KEY ("due_id") REFERENCES "public"."payment_dues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_due_id_payment_dues_id_fk" FOREIGN KEY ("due_id") REFERENCES "public"."payment_dues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_proof_file_id_files_id_fk" FOREIGN KEY ("proof_file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_first_confirmed_by_users_id_fk" FOREIGN KEY ("first_confirmed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_confirmed_by_users_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payout_accounts" ADD CONSTRAINT "payout_accounts_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reconciliation_differences" ADD CONSTRAINT "reconciliation_differences_reconciliation_id_reconciliations_id_fk" FOREIGN KEY ("reconciliation_id") REFERENCES "public"."reconciliations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reconciliation_differences" ADD CONSTRAINT "reconciliation_differences_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "gateway_events_unprocessed" ON "gateway_events" USING btree ("received_at") WHERE "gateway_events"."processed_at" is null;--> statement-breakpoint
CREATE INDEX "ledger_entries_due" ON "ledger_entries" USING btree ("due_id");--> statement-breakpoint
CREATE INDEX "ledger_transactions_contract" ON "ledger_transactions" USING btree ("contract_id","recorded_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_transactions_receipt_once" ON "ledger_transactions" USING btree ("payment_id") WHERE "ledger_transactions"."kind" = 'receipt';--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_transactions_payout_once" ON "ledger_transactions" USING btree ("payment_id") WHERE "ledger_transactions"."kind" = 'payout';--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_transactions_refund_once" ON "ledger_transactions" USING btree ("refund_id","kind") WHERE "ledger_transactions"."kind" in ('refund', 'refund_failed');--> statement-breakpoint
CREATE UNIQUE INDEX "payment_dues_position" ON "payment_dues" USING btree ("contract_id","position");--> statement-breakpoint
CREATE INDEX "payment_dues_open" ON "payment_dues" USING btree ("due_on","id") WHERE "payment_dues"."state" = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "payment_invoices_number" ON "payment_invoices" USING btree ("contract_id","number");--> statement-breakpoint
CREATE INDEX "payment_invoices_file" ON "payment_invoices" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "payment_refunds_payment" ON "payment_refunds" USING btree ("payment_id");--> statement-breakpoint
CREATE INDEX "payment_refunds_proof" ON "payment_refunds" USING btree ("proof_file_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payments_one_checkout" ON "payments" USING btree ("due_id") WHERE "payments"."channel" = 'stripe' and "payments"."state" in ('intended', 'pending', 'authorised');--> statement-breakpoint
CREATE INDEX "payments_contract" ON "payments" USING btree ("contract_id","created_at");--> statement-breakpoint
CREATE INDEX "payments_running" ON "payments" USING btree ("updated_at","id") WHERE "payments"."state" in ('submitted', 'awaiting_second', 'intended', 'pending', 'authorised');--> statement-breakpoint
CREATE INDEX "payments_proof" ON "payments" USING btree ("proof_file_id");--> statement-breakpoint
CREATE INDEX "reconciliation_differences_of" ON "reconciliation_differences" USING btree ("reconciliation_id");--> statement-breakpoint
CREATE INDEX "reconciliation_differences_payment" ON "reconciliation_differences" USING btree ("payment_id");--> statement-breakpoint
CREATE INDEX "reconciliations_newest" ON "reconciliations" USING btree ("started_at");--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "receipts_one_per_payment" ON "receipts" USING btree ("payment_id","registration_id") WHERE "receipts"."corrects_id" is null and "receipts"."payment_id" is not null;