import ArabicText
import TestSupport
import Testing
import Warraq
import WarraqRomanization

/// What standards print as examples.
@Suite struct PublishedExamplesTests {
  /// Both with the model, which the command uses, and by rules alone but for what only the model knows.
  @Test func alaLC() throws {
    let scheme = try Scheme.named("ala-lc")
    var romanizer = StatisticalRomanizer(model: try #require(RomanizerModel.shared))
    var (count, byRules) = (0, 0)
    for row in TSVRows(Repository.text("Tests/PluginTests/Published/ala-lc.tsv")) {
      let latin = romanizer.romanize(Text(row[0]), rules: scheme).string
      #expect(latin.lowercased() == row[1].lowercased(), "\(row[0])")
      count += 1
      if try scheme.romanize(Text(row[0])).string == row[1].lowercased() { byRules += 1 }
    }
    #expect(count == 96)
    // Rules do not know that رحلة and معرفة are in construct, nor that the و of وَسَلَّم is a particle.
    #expect(byRules >= 92)
  }

  @Test(arguments: [
    // Notes of the BGN/PCGN system, and the names of countries and capitals in fact files of the PCGN.
    ("bgn-pcgn", "مِصْر", "Mişr"), ("bgn-pcgn", "القَاهِرَة", "Al Qāhirah"),
    ("bgn-pcgn", "جُمْهُورِيَّة مِصْر العَرَبِيَّة", "Jumhūrīyat Mişr al ‘Arabīyah"),
    ("bgn-pcgn", "أَدْهَم", "Ad·ham"), ("bgn-pcgn", "عَبْد الرَّحْمَن", "‘Abd ar Raḩmān"),
    // The list of country names of the UNGEGN.
    ("ungegn", "جُمْهُورِيَّة مِصْر العَرَبِيَّة", "Jumhūrīyat Mişr al-‘Arabīyah"),
    ("ungegn", "مَمْلَكَة البَحْرَيْن", "Mamlakat al-Baḩrayn"),
    // Report of the UNGEGN working group on the Survey of Egypt System.
    ("ses", "الكَفْر القَدِيم", "El-Kafr el-Qadîm"), ("ses", "شَرْم الشَّيْخ", "Sharm el-Sheikh"),
    // The standard of 2004.
    ("odni-2004", "عَبْد الرَّحْمَن", "’Abd-al-Rahman"), ("odni-2004", "حَسَّان", "Hassan"),
    ("odni-2004", "القَذَّافِي", "al-Qadhafi"), ("odni-2004", "مُبَشِّر", "Mubashir"),
    ("odni-2004", "هَيْثَم", "Haytham"), ("odni-2004", "فَيْصَل", "Faysal"),
    ("odni-2004", "تَوْفِيق", "Tawfiq"), ("odni-2004", "رَوْضَة", "Rawdah"),
    ("odni-2004", "آل ثَانِي", "Al Thani"), ("odni-2004", "فَعَّال", "Fa’al"),
  ])
  func names(scheme: String, arabic: String, latin: String) throws {
    #expect(try Scheme.named(scheme).romanize(Text(arabic)).string == latin)
  }
}
