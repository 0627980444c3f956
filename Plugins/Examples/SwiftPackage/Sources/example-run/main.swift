import Example
import Warraq
import WarraqStandard

// A program of one's own: the toolkit's stages and one more, over the text on standard input.
var registry = StageRegistry.standard
registry.register(LongWordsStage.self)

var text = ""
while let line = readLine(strippingNewline: false) { text += line }
let recipe = Recipe(
  name: "example", stages: [Recipe.Step("sentences"), Recipe.Step("example-long-words")])
let pipeline = try Pipeline(recipe, registry: registry)
var document = Document(id: "stdin", text: Text(text))
try pipeline.process(&document)
var writer = JSONWriter()
pipeline.write(document, to: &writer)
print(String(decoding: writer.bytes, as: UTF8.self))
