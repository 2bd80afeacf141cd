#include "sync/agent/tuf_command.h"

#include "sync/agent/tuf_client.h"

namespace conglang::agent {
namespace {

Result<void> need(const char* option, bool given) {
  if (given) return {};
  return fail(Errc::bad_usage, "{} is needed for this", option);
}

}  // namespace

void TufCommand::declare(CLI::App& app) {
  command_ = app.add_subcommand("tuf", "A plain client of any TUF repository, step by step");
  command_->add_option("--metadata-dir", metadata_folder_, "Where trusted metadata is kept")->required();
  command_->add_option("--metadata-url", metadata_url_, "Where the repository's metadata is served");
  command_->add_option("--target-name", targets_, "A target's path; may be given more than once")
      ->expected(1)
      ->allow_extra_args(false)  // else "[a,b]" would be two
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command_->add_option("--target-dir", target_folder_, "Where targets are put");
  command_->add_option("--target-base-url", target_url_, "Where the repository's targets are served");
  init_ = command_->add_subcommand("init", "Trust a first root");
  init_->add_option("root", root_, "The root's file")->required();
  refresh_ = command_->add_subcommand("refresh", "Bring the top-level metadata up to date");
  command_->add_subcommand("download", "The same, then fetch the targets named");
  command_->require_subcommand(1);
  command_->footer(
      "Example:\n"
      "  conglang-sync tuf --metadata-dir m init root.json\n"
      "  conglang-sync tuf --metadata-dir m --metadata-url https://example.org/metadata refresh");
}

Result<void> TufCommand::download(const client::CurlLibrary& library, client::Fetcher& metadata,
                                  Instant now) const {
  TRY_VOID(need("--target-name", !targets_.empty()));
  TRY_VOID(need("--target-dir", !target_folder_.empty()));
  TRY_VOID(need("--target-base-url", !target_url_.empty()));
  TRY(const auto targets, client::CurlFetcher::create(library, target_url_));
  TwoAddresses repository(metadata, targets.get());
  return download_targets(metadata_folder_, repository, now, targets_, target_folder_);
}

Result<void> TufCommand::run(const client::CurlLibrary& library, Instant now) const {
  if (init_->parsed()) return init_tuf_client(metadata_folder_, root_);
  TRY_VOID(need("--metadata-url", !metadata_url_.empty()));
  TRY(const auto metadata, client::CurlFetcher::create(library, metadata_url_));
  if (!refresh_->parsed()) return download(library, *metadata, now);
  TwoAddresses repository(*metadata, nullptr);
  return refresh_tuf_client(metadata_folder_, repository, now);
}

}  // namespace conglang::agent
