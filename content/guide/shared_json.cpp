// links.json and topics.json: what guides share.

#include <algorithm>

#include "content/guide/guide_json.h"
#include "content/guide/json_document.h"
#include "content/guide/json_writer.h"
#include "content/guide/known_hosts.h"
#include "content/guide/object_reader.h"
#include "content/guide/read_whole.h"
#include "content/guide/web_address.h"

namespace conglang::guide {
namespace {

constexpr std::int64_t kMaxOrder = 9999;

AllowedHost read_host(ObjectReader& in) {
  AllowedHost out;
  out.host = in.string("host", Need::required);
  out.subdomains = in.boolean("subdomains");
  if (out.host.empty()) return out;
  if (const auto problem = host_problem(out.host)) in.refuse("host", *problem);
  if (is_open_to_anybody(out.host)) {
    in.refuse("host",
              fmt::format("\"{}\" là nơi ai cũng đăng được; ghi từng địa chỉ vào \"exactUrls\"", out.host));
  }
  if (out.subdomains && is_shared_suffix(out.host)) {
    in.refuse("subdomains", fmt::format("\"{}\" quá rộng: ai cũng có thể có tên dưới đó", out.host));
  }
  return out;
}

LinkTemplate read_template(ObjectReader& in) {
  LinkTemplate out;
  out.id = in.slug("id", Need::required);
  out.url = in.string("url", Need::required);
  out.owner = in.text("owner", Need::required);
  return out;
}

LinkPolicy read_policy_fields(ObjectReader& in, Need hosts) {
  LinkPolicy out;
  in.string("$schema");
  out.hosts = in.list("hosts", read_host, hosts);
  out.exact_urls = in.strings("exactUrls");
  out.templates = in.list("templates", read_template);
  for (std::size_t i = 0; i < out.exact_urls.size(); ++i) {
    const auto address = parse_web_address(out.exact_urls[i]);
    if (address) {
      out.exact_urls[i] = address->url;
    } else {
      in.refuse("exactUrls", address.error().message);
    }
  }
  return out;
}

// A template must lead to a host that `policy` allows, whatever the code is.
void check_templates(const std::vector<LinkTemplate>& templates, const LinkPolicy& policy,
                     Problems& problems) {
  for (std::size_t i = 0; i < templates.size(); ++i) {
    const LinkTemplate& one = templates[i];
    if (one.id.empty() || one.url.empty()) continue;
    const auto link = expand_link(policy, one.id, "1.001193");
    if (!link) problems.add(fmt::format("/templates/{}/url", i), link.error().message);
    const auto same_id = [&](const LinkTemplate& other) { return other.id == one.id; };
    if (std::count_if(templates.begin(), templates.end(), same_id) > 1) {
      problems.add(fmt::format("/templates/{}/id", i), fmt::format("\"{}\" có hai lần", one.id));
    }
  }
}

template <typename T>
void add_new(std::vector<T>& all, const std::vector<T>& more) {
  for (const T& one : more) {
    if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
  }
}

Topic read_topic(ObjectReader& in) {
  Topic out;
  out.id = in.slug("id", Need::required);
  out.title = in.text("title", Need::required, LineBreaks::keep_one);
  out.icon = in.slug("icon", Need::required);
  out.order = static_cast<int>(in.integer("order", 0, kMaxOrder).value_or(0));
  return out;
}

TopicList read_topic_fields(ObjectReader& in) {
  TopicList out;
  in.string("$schema");
  out.topics = in.list("topics", read_topic, Need::required);
  out.most_asked = in.slugs("mostAsked");
  return out;
}

void check_topic_ids(const std::vector<Topic>& topics, Problems& problems) {
  for (std::size_t i = 0; i < topics.size(); ++i) {
    const auto same_id = [&](const Topic& other) { return other.id == topics[i].id; };
    const auto first = std::find_if(topics.begin(), topics.end(), same_id);
    if (topics[i].id.empty() || first == topics.begin() + static_cast<std::ptrdiff_t>(i)) continue;
    problems.add(fmt::format("/topics/{}/id", i), fmt::format("\"{}\" có hai lần", topics[i].id));
  }
}

}  // namespace

Result<LinkPolicy> read_link_policy(std::string_view json, std::string_view where) {
  return read_whole(
      json, where, [](ObjectReader& in) { return read_policy_fields(in, Need::required); },
      [](const LinkPolicy& policy, Problems& problems) {
        check_templates(policy.templates, policy, problems);
      });
}

Result<LinkPolicy> read_link_additions(std::string_view json, std::string_view where,
                                       const LinkPolicy& base) {
  return read_whole(
      json, where, [](ObjectReader& in) { return read_policy_fields(in, Need::optional); },
      [&base](const LinkPolicy& additions, Problems& problems) {
        check_templates(additions.templates, add_links(base, additions), problems);
      });
}

LinkPolicy add_links(LinkPolicy base, const LinkPolicy& additions) {
  add_new(base.hosts, additions.hosts);
  add_new(base.exact_urls, additions.exact_urls);
  for (const LinkTemplate& one : additions.templates) {
    const auto same_id = [&](const LinkTemplate& other) { return other.id == one.id; };
    const auto found = std::find_if(base.templates.begin(), base.templates.end(), same_id);
    if (found == base.templates.end()) {
      base.templates.push_back(one);
    } else {
      *found = one;
    }
  }
  return base;
}

Result<TopicList> read_topics(std::string_view json, std::string_view where) {
  auto list = read_whole(json, where, read_topic_fields, [](const TopicList& topics, Problems& problems) {
    check_topic_ids(topics.topics, problems);
  });
  if (list) {
    std::sort(list->topics.begin(), list->topics.end(), [](const Topic& a, const Topic& b) {
      return a.order != b.order ? a.order < b.order : a.id < b.id;
    });
  }
  return list;
}

std::string write_link_policy(const LinkPolicy& policy) {
  Json out = Json::object();
  put_list(out, "hosts", policy.hosts, [](const AllowedHost& host) {
    return Json{{"host", host.host}, {"subdomains", host.subdomains}};
  });
  put(out, "exactUrls", policy.exact_urls);
  put_list(out, "templates", policy.templates, [](const LinkTemplate& one) {
    return Json{{"id", one.id}, {"url", one.url}, {"owner", to_json(one.owner)}};
  });
  return to_file(out);
}

std::string write_topics(const TopicList& list) {
  Json out = Json::object();
  put_list(out, "topics", list.topics, [](const Topic& topic) {
    return Json{
        {"id", topic.id}, {"title", to_json(topic.title)}, {"icon", topic.icon}, {"order", topic.order}};
  });
  put(out, "mostAsked", list.most_asked);
  return to_file(out);
}

}  // namespace conglang::guide
