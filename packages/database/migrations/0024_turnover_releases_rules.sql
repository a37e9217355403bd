-- What the public has read stays what it was: a release is only ever followed by the next one.
create trigger turnover_releases_append_only before update or delete on turnover_releases
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger turnover_releases_no_truncate before truncate on turnover_releases
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger turnover_released_entries_append_only before update or delete on turnover_released_entries
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger turnover_released_entries_no_truncate before truncate on turnover_released_entries
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger turnover_released_figures_append_only before update or delete on turnover_released_figures
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger turnover_released_figures_no_truncate before truncate on turnover_released_figures
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger turnover_released_prices_append_only before update or delete on turnover_released_prices
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger turnover_released_prices_no_truncate before truncate on turnover_released_prices
  for each statement execute function refuse_change();
