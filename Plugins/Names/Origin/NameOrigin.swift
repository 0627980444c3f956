/// The language, or the group of languages, that a name is at home in.
public enum NameOrigin: String, CaseIterable, Sendable {
  case arabic, persian, urdu, turkish
  case english, french, german, dutch, italian, spanish, portuguese, romanian, greek, hungarian
  case nordic, finnic
  /// Russian, Ukrainian, Belarusian, Bulgarian and Serbian.
  case eastSlavic = "east-slavic"
  /// Polish, Czech and Slovak.
  case westSlavic = "west-slavic"
  case chinese, japanese, korean
  /// Indonesian and Malay.
  case malay
  /// Hindi, Bengali and their neighbours.
  case indic
}
