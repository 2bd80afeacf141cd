#include "kiosk/model/spoken_page.h"

#include "content/base/utf8.h"
#include "content/text/spoken.h"
#include "kiosk/model/sentences.h"

namespace conglang::kiosk {
namespace {

/// One overload a page and no other: a page that has none does not compile.
class Reader {
 public:
  explicit Reader(Sentences& sentences) : out_(sentences) {}

  void operator()(const WaitingView& view) { out_.say(view.title).say(view.text); }

  void operator()(const HomeView& view) {
    out_.say(view.question);
    for (const TileView& tile : view.tiles) out_.say_together({tile.label});
    out_.say_together({view.all.label}).say(view.most_asked_title);
    for (const LinkView& link : view.most_asked) out_.say_together({link.title});
    for (const DoorView& door : view.doors) out_.say_together({door.label});
    out_.say(view.freshness.text);
  }

  void operator()(const ListView& view) {
    out_.say(view.empty);
    for (const RowView& row : view.rows) {
      out_.say_together({row.title, row.chips.empty() ? "" : row.chips.front().text,
                         row.chips.size() < 2 ? "" : row.chips[1].text});
    }
  }

  void operator()(const SearchView& view) {
    out_.say(view.typed).say(view.heading);
    for (const ResultView& result : view.results) out_.say_together({result.title, result.note});
    for (const WayOutView& way : view.ways_out) out_.say(way.label);
  }

  void operator()(const SectorsView& view) {
    out_.say(view.guides_title);
    for (const EntryView& guide : view.guides) out_.say(guide.title);
    out_.say(view.sectors_title);
    for (const SectorTileView& tile : view.tiles) out_.say_together({tile.label, tile.count});
  }

  void operator()(const EntriesView& view) {
    for (const EntryView& row : view.rows) out_.say_together({row.title, row.note, row.chip.text});
  }

  void operator()(const ProcedureView& view) {
    out_.say(view.name);
    for (const ProcedureFactView& fact : view.facts) out_.say_together({fact.label, fact.text});
    out_.say(view.remark.text);
  }

  void operator()(const CaseView& view) {
    out_.say(view.question).say(view.hint);
    for (const ChoiceView& choice : view.choices) out_.say_together({choice.label, choice.note});
  }

  void operator()(const GuideView& view) {
    if (view.past_review) out_.say(view.past_review->text);
    for (const ChipView& remark : view.remarks) out_.say(remark.text);
    for (const FactView& fact : view.facts) out_.say_together({fact.label, fact.answer, fact.note});
    out_.say_together({view.papers_title, view.ticked}).say(view.no_papers);
    for (const PaperView& paper : view.papers) read(paper);
    for (const RarePapersView& rare : view.rare) {
      out_.say_together({rare.question, rare.count});
      if (!rare.unfolded) continue;
      for (const PaperView& paper : rare.papers) read(paper);
    }
  }

  void operator()(const StepsView& view) {
    for (const SectionView& section : view.sections) {
      out_.say(section.title);
      for (const ItemView& item : section.items) {
        out_.say(item.text).say(item.note);
        if (item.chip) out_.say(item.chip->text);
      }
    }
  }

  void operator()(const QrView& view) {
    out_.say(view.title).say(view.refused).say(view.mark.text);
    for (const QrStepView& step : view.steps) out_.say(step.text);
    out_.say(view.hint).say(view.reminder);
    for (const CodeChoiceView& choice : view.choices) out_.say(choice.label);
  }

  void operator()(const NoticesView& view) {
    out_.say(view.empty);
    for (const NoticeRowView& row : view.rows)
      out_.say_together({row.title, row.chips.front().text, row.chips.back().text});
  }

  void operator()(const NoticeView& view) {
    out_.say(view.over).say(view.title);
    for (const ChipView& chip : view.chips) out_.say(chip.text);
    for (const std::string& paragraph : view.paragraphs) out_.say(paragraph);
    if (!view.numbers.empty()) out_.say(view.numbers_title);
    read(view.numbers);
  }

  void operator()(const ContactsView& view) {
    if (!view.emergency.empty()) out_.say(view.emergency_title);
    read(view.emergency);
    if (!view.matters.empty()) out_.say(view.matters_title);
    for (const MatterView& matter : view.matters)
      out_.say_together({matter.name, matter.number.label, matter.number.phone});
    for (const ContactGroupView& group : view.groups) {
      out_.say(group.title);
      read(group.numbers);
    }
    for (const DoorView& door : view.doors) out_.say(door.label);
  }

  void operator()(const WifiView& view) {
    out_.say(view.title);
    for (const std::string& step : view.steps) out_.say(step);
    out_.say_together({view.name_label, view.name}).say(view.open);
    if (!view.passphrase.empty()) out_.say(view.passphrase_label);
    for (const LetterView& letter : view.passphrase) out_.say_together({letter.letter, letter.name});
    out_.say(view.reminder);
  }

  void operator()(const ZaloView& view) {
    out_.say(view.mark.text);
    for (const ZaloRowView& row : view.rows) out_.say_together({row.name, row.village});
  }

  void operator()(const HelpView& view) {
    for (const HelpStepView& step : view.steps) out_.say_together({step.text, step.note});
    out_.say(view.never_title);
    for (const std::string& one : view.never) out_.say(one);
    out_.say(view.centre_title).say(view.centre_text).say(view.call_title);
    read(view.numbers);
  }

  void operator()(const RateView& view) {
    out_.say(view.title).say(view.text).say(view.helped).say(view.not_helped);
    for (const ReasonView& reason : view.reasons) out_.say(reason.label);
    out_.say(view.skip);
  }

  void operator()(const AttractView& view) {
    out_.say(view.name).say_together({view.clock, view.weekday, view.day});
    out_.say_together({view.lunar_day, view.lunar_year});
    for (const AttractNoticeView& notice : view.notices) out_.say_together({notice.title, notice.when});
    out_.say(view.start);
  }

  void operator()(const UrgentView& view) {
    out_.say(view.kind).say(view.title).say(view.lead);
    for (const std::string& point : view.points) out_.say(point);
    out_.say_together({view.call_title, view.call.phone, view.call.label});
    read(view.others);
  }

  void operator()(const EmergencyView& view) { out_.say(view.kind).say(view.title).say(view.text); }

  void operator()(const HeritageView& view) {
    out_.say(view.title);
    for (const std::string& paragraph : view.paragraphs) out_.say(paragraph);
    out_.say(view.panorama).say(view.next);
  }

  void operator()(const PanoramaView& view) { out_.say(view.alt).say(view.hint); }

  void operator()(const ProductsView& view) {
    out_.say(view.empty);
    for (const ProductCardView& card : view.cards) out_.say_together({card.name, card.price, card.seller});
  }

  void operator()(const ProductView& view) {
    out_.say_together({view.name, view.price}).say(view.seller);
    out_.say_together({view.contact.label, view.contact.phone}).say(view.description).say(view.note);
  }

  void operator()(const PaymentView& view) {
    out_.say(view.title).say(view.owner).say(view.refused);
    for (const PaymentFactView& fact : view.facts) out_.say_together({fact.label, fact.value});
    out_.say(view.reminder);
  }

 private:
  void read(const std::vector<NumberView>& numbers) {
    for (const NumberView& number : numbers) out_.say_together({number.label, number.phone});
  }
  void read(const PaperView& paper) { out_.say_together({paper.name, paper.note, paper.handling.text}); }

  Sentences& out_;
};

bool is_vietnamese_letter(std::string_view letter) {
  // Everything but the plain Latin letters and what English borrows: ă â đ ê ô ơ ư and the marked vowels.
  const auto lead = static_cast<unsigned char>(letter[0]);
  const auto next = letter.size() > 1 ? static_cast<unsigned char>(letter[1]) : 0U;
  if (lead == 0xE1U) return next == 0xBAU || next == 0xBBU;                                    // ạ … ỹ
  if (lead == 0xC6U) return next >= 0xA0U && next <= 0xB0U;                                    // ơ ư
  if (lead == 0xC4U) return next == 0x82U || next == 0x83U || next == 0x90U || next == 0x91U;  // ă đ
  return false;
}

}  // namespace

std::string voice_language(std::string_view text, std::string_view language) {
  for (std::size_t at = 0; at + 1 < text.size(); ++at)
    if (is_vietnamese_letter(text.substr(at, 3))) return "vi";
  return std::string(language);
}

std::string spoken(std::string_view text, std::string_view language) {
  return voice_language(text, language) == "vi" ? speak(text) : std::string(text);
}

std::vector<Sentence> spoken_page(const View& view, std::string_view language) {
  Sentences sentences(language);
  if (view.idle) {
    sentences.say(view.idle->title).say(view.idle->text);
    return sentences.take();
  }
  const HeaderView& header = view.chrome.header;
  if (!is_whole(view.body)) sentences.say_together({header.title, header.context});
  if (view.chrome.banner) sentences.say(view.chrome.banner->text);
  Reader reader(sentences);
  std::visit(reader, view.body);
  return sentences.take();
}

}  // namespace conglang::kiosk
